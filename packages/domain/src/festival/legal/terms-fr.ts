export const termsFr = `Ces conditions sont les conditions types de la plateforme. Elles s’appliquent tant que l’organisateur n’a pas rédigé les siennes et ne retirent aucun droit que la loi vous donne.

## Qui vend

Les billets pour **{festival}** sont vendus par {organiser}{address}. Le contrat se conclut entre vous et lui. Questions : {contact}.

## Comment le contrat se conclut

La boutique affiche chaque prix avec la TVA et tous les frais. Les billets que vous choisissez vous sont réservés pendant quinze minutes. Le contrat est conclu quand vous payez ; vous recevez aussitôt vos billets par e-mail. Cet e-mail permet de rouvrir la commande.

## Ce qu’est un billet

- Un billet fait entrer une personne. Le premier scan compte ; une copie n’ouvre pas une seconde fois.
- Gardez le code pour vous. Qui le détient peut entrer.
- Un billet peut être donné. Le revendre plus cher qu’il n’a coûté est contraire à ces conditions.

## Si vous changez d’avis

La loi ne prévoit pas de droit de rétractation pour des loisirs à une date déterminée (directive 2011/83/UE, article 16, l). Ce que l’organisateur rembourse au-delà figure sous *Remboursements*.

## Si quelque chose change

Si le festival est annulé, le prix du billet est remboursé. S’il est déplacé à d’autres dates, vous gardez votre billet ou vous en récupérez le prix. Le remplacement d’un artiste ne donne pas droit à un remboursement.

## Sur place

Les règles de la page *Infos pratiques* font partie du contrat. Qui met les autres en danger peut être exclu.

## Droit applicable

Le droit du pays où se tient le festival s’applique, ainsi que le droit qui protège les consommateurs là où vous habitez. Vous pouvez saisir le tribunal de votre domicile.`;
