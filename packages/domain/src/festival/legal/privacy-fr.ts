export const privacyFr = `## Qui est responsable

{organiser}{address} décide pourquoi et comment vos données servent à **{festival}**. Écrivez à {contact}.

## Ce qui est gardé, et pourquoi

- **Pour vous vendre un billet :** votre nom, votre adresse e-mail, ce que vous avez acheté et l’issue du paiement. Le numéro de votre carte ne nous parvient jamais : le prestataire de paiement l’a. (Contrat : RGPD, article 6, 1, b.)
- **Pour vous faire entrer :** quand et à quelle porte un billet a été scanné. (Contrat.)
- **Si vous ouvrez un compte :** votre nom, votre adresse e-mail, votre langue et les appareils connectés. (Contrat.)
- **Parce que la loi l’exige :** les commandes et paiements, aussi longtemps que la comptabilité doit être gardée. (Obligation légale : article 6, 1, c.)
- **Pour la sécurité du service :** les adresses des appelants dans des journaux techniques, pour peu de temps. (Intérêt légitime : article 6, 1, f.)

Lire ce site ne laisse rien qui dise qui vous êtes. Rien ne vous y suit, ni pour nous ni pour d’autres. Si vous demandez au plan où vous êtes, la réponse reste sur votre appareil.

## Qui les voit

L’équipe de l’organisateur pour autant que son travail le demande, la plateforme qui exploite ce site pour lui, et le prestataire de paiement. Rien n’est vendu, aucun annonceur n’en reçoit.

## Combien de temps

Les commandes aussi longtemps que la loi comptable le demande. Les scans jusqu’au décompte du festival. Un compte jusqu’à ce que vous le fermiez.

## Vos droits

Vous pouvez voir vos données, les faire corriger, effacer ou remettre, en limiter l’usage ou vous y opposer. Écrivez à {contact}. Vous pouvez aussi saisir l’autorité de protection des données de votre pays.`;
