export const cookiesFr = `Rien ne vous suit sur ce site : il n’y a donc rien à accepter, et pas de bandeau sur votre chemin. Lire une page n’appelle aucun tiers ; si la carte repose sur le fond de quelqu’un ou si le formulaire d’un prestataire de paiement est utilisé, le bas de la page le dit. Voici tout ce que votre navigateur garde, et seulement si vous utilisez ce qui en a besoin :

## Cookies

- **Langue :** la langue que vous avez choisie. Un an.
- **Session :** que vous êtes connecté, si vous l’êtes. Elle prend fin quand vous vous déconnectez, ou après quelques semaines.

## Gardé sur votre appareil

- **Thème :** clair ou sombre, si vous avez choisi.
- **Devise :** l’autre monnaie dans laquelle vous voulez voir les prix, si vous en avez choisi une.
- **Favoris :** les artistes et les sets que vous avez marqués. Avec un compte, ils y sont gardés aussi.
- **Panier :** ce que vous achetez et le secret qui ouvre votre commande, pour qu’une coupure ne perde rien.
- **Billets :** ceux que vous avez ouverts, pour qu’ils s’ouvrent à l’entrée sans réseau.
- **Compte :** que quelqu’un est connecté, et qui, pour que rien de cette personne ne soit montré à la suivante. Ce que vous avez choisi, acheté et ouvert en étant connecté s’en va quand vous vous déconnectez.
- **Pages pour plus tard :** une copie de ce que vous lisez, pour l’ouvrir sans réseau.

Les réglages de votre navigateur effacent tout à tout moment. Sans cela, chaque page reste lisible.

Questions : {contact}.`;
