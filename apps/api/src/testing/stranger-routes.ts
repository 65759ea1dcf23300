/**
 * Public routes with what a stranger is answered who asks them for things of a festival. Those that show what a published
 * festival shows to everyone answer 200; the rest want a secret, a token or a code that the stranger does not have.
 */
export const publicRoutes: Readonly<Record<string, readonly number[]>> = {
  'identity.register': [202],
  'identity.verifyEmail': [400],
  // The account that the walk registered just before awaits its mail.
  'identity.login': [403],
  'identity.refresh': [401],
  'identity.forgotPassword': [202],
  'identity.resetPassword': [400],
  'identity.viewInvitation': [400],
  // No provider is configured here, and nobody has come back from one.
  'identity.listSignInProviders': [200],
  'identity.beginProviderSignIn': [404],
  'identity.finishProviderSignIn': [404],
  'identity.confirmProviderLink': [400],
  'identity.mailProviderLink': [400],
  'festival.listFestivals': [200],
  'festival.getFestivalBySlug': [200],
  'festival.getFestival': [200],
  'festival.getDetails': [200],
  'festival.listNews': [200],
  'devices.enrol': [400],
  'places.listPlaces': [200],
  'programme.getProgramme': [200],
  'programme.getLineUp': [200],
  'programme.getPublicArtist': [200],
  'programme.feedProgrammeIcs': [200],
  'programme.feedProgrammeXml': [200],
  'programme.feedProgrammeJson': [200],
  'programme.readCrewFeed': [404],
  'programme.feedChosenIcs': [200],
  'stands.listStands': [200],
  'ticketing.getShop': [200],
  'ticketing.askForWork': [200],
  'ticketing.quoteBasket': [404],
  'ticketing.buyTickets': [404],
  'ticketing.listOffers': [200],
  'ticketing.viewAsked': [200],
  'ticketing.viewOrderAsked': [404],
  'ticketing.changeOrderAsked': [404],
  'ticketing.holdBasket': [404],
  'ticketing.viewBasket': [404],
  'ticketing.releaseBasket': [404],
  'ticketing.placeOrder': [404],
  // No provider has keys here.
  'payments.receiveWebhook': [409],
  'payments.listPaymentWays': [200],
  'ticketing.payOrder': [404],
  'ticketing.checkoutOrder': [404],
  'ticketing.askAfterPayment': [404],
  'ticketing.authenticatePayment': [404],
  'ticketing.viewOrder': [404],
  'ticketing.orderTicketsPdf': [404],
  'ticketing.orderReceipt': [404],
  'ticketing.viewTicket': [404],
  'ticketing.ticketPdf': [404],
  'ticketing.shareTicket': [404],
  'ticketing.unshareTicket': [404],
  'ticketing.answerGuestInvitation': [404],
  'ticketing.viewGuestInvitation': [404],
};

/** Of what everyone signed in may ask: what wants a token that the stranger does not have. */
export const personalRoutes: Readonly<Record<string, readonly number[]>> = {
  'identity.acceptInvitation': [400],
  // Everyone has favourites of their own at a festival that everyone may see.
  'programme.getFavourites': [200],
  'programme.joinFavourites': [200],
  // That no festival of theirs has an address is an answer.
  'festival.findMyFestival': [200],
  // No address service is configured here.
  'festival.searchAddresses': [503],
  // Nobody has asked for a copy or another address; and whoever made a festival on the way is its only organiser.
  'identity.confirmEmailChange': [400],
  'identity.askEmailChange': [202],
  'personal.confirmMyDeletion': [409],
  'personal.askMyExport': [202],
  'personal.downloadMyExport': [404],
  'personal.askMyDeletion': [409],
};
