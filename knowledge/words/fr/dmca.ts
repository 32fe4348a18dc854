import type { dmca as En } from '../en/dmca.ts'
import type { Same } from '../words.ts'

export const dmca = {
  title: 'Droit d’auteur américain : 17 U.S.C. 512',
  gives:
    'La personne qui a les droits sur une image peut la faire retirer. Un selfie appartient à la personne qui l’a pris.',
  exposes:
    'Le nom et les coordonnées vont souvent à la personne qui a publié l’image. Ils peuvent être publiés, par exemple par Lumen. Une autre loi, ou une organisation en son propre nom, montre moins.',
  because: 'Elle vient en dernier, car elle montre souvent le nom à la personne qui a publié l’image.',
  rule: 'Cette loi ne fixe pas de nombre d’heures ou de jours. Elle dit : promptement (« expeditiously »).',
  questions: {
    'dmca.signature':
      'Quel est votre nom complet ? Il figure sous la lettre comme signature, et d’autres peuvent le lire.',
    'dmca.signature.minor':
      'Quelle personne adulte signe pour toi ? D’autres peuvent lire ce nom. N’écris pas ton propre nom.',
    'dmca.signature.parent':
      'Quel est votre nom complet ? D’autres peuvent le lire. N’écrivez pas le nom de votre enfant.',
    'dmca.signature.agent': 'Quel est le nom complet de la personne qui signe ? D’autres peuvent le lire.',
    'dmca.contact':
      'Comment peuvent-ils vous joindre ? Cette loi le demande, et la personne qui a publié l’image peut le lire.',
    'dmca.contact.minor':
      'Comment peuvent-ils joindre la personne adulte qui signe ? La personne qui a publié l’image peut le lire.',
    'dmca.contact.parent': 'Comment peuvent-ils vous joindre ? La personne qui a publié l’image peut le lire.',
    'dmca.contact.agent':
      'Comment peuvent-ils joindre la personne qui signe ? La personne qui a publié l’image peut le lire.',
    'dmca.owner':
      'Avez-vous pris l’image vous-même, ou avez-vous les droits sur elle ? Sans cela, cette loi ne s’utilise pas.',
    'dmca.owner.minor':
      'Est-il certain que les droits sur l’image sont à toi, ou à la personne adulte qui signe ? Sans cela, cette loi ne s’utilise pas.',
    'dmca.owner.agent': 'La personne pour laquelle vous agissez a-t-elle les droits sur l’image ?',
    'dmca.owner.parent': 'Votre enfant, ou vous-même, avez-vous les droits sur l’image ?',
    'dmca.exposure':
      'Le nom et les coordonnées de cette lettre peuvent aller à la personne qui a publié l’image, et être publiés. L’acceptez-vous ?',
    'dmca.exposure.parent':
      'Le nom et les coordonnées de cette lettre peuvent aller à la personne qui a publié l’image, et être publiés. L’acceptez-vous ?',
    'dmca.exposure.agent':
      'Le nom et les coordonnées de cette lettre peuvent aller à la personne qui a publié l’image, et être publiés. L’acceptez-vous ?',
    'dmca.exposure.minor':
      'Le nom et les coordonnées de cette lettre peuvent aller à la personne qui a publié l’image, et être publiés. L’acceptes-tu ?',
    'dmca.accuracy':
      'Ce que dit cette lettre est-il exact ? Elle le déclare sous peine de parjure : un faux serment est punissable.',
    'dmca.accuracy.parent':
      'Ce que dit cette lettre est-il exact ? Elle le déclare sous peine de parjure : un faux serment est punissable.',
    'dmca.accuracy.agent':
      'Ce que dit cette lettre est-il exact ? Elle le déclare sous peine de parjure : un faux serment est punissable.',
    'dmca.accuracy.minor':
      'Ce que dit cette lettre est-il exact ? La personne adulte qui signe le déclare sous peine de parjure : un faux serment est punissable.',
  },
  gaps: {
    'dmca.signature': 'votre nom',
    'dmca.signature.minor': 'nom de la personne adulte qui signe',
    'dmca.signature.parent': 'votre nom',
    'dmca.signature.agent': 'nom de la personne qui signe',
    'dmca.contact': 'votre adresse, téléphone et e-mail',
    'dmca.contact.minor': 'adresse, téléphone et e-mail de la personne adulte qui signe',
    'dmca.contact.parent': 'votre adresse, téléphone et e-mail',
    'dmca.contact.agent': 'adresse, téléphone et e-mail de la personne qui signe',
    'dmca.owner': 'à confirmer : qui a les droits sur l’image',
    'dmca.exposure': 'à confirmer : que cette lettre peut être transmise et publiée',
    'dmca.accuracy': 'à confirmer : la déclaration sous peine de parjure',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Leur rappeler la notification, ou choisir une autre loi',
      what: 'Une courte seconde lettre. Après une contre-notification, l’image peut revenir au bout de 10 à 14 jours ouvrables. Les autres lois restent.',
    },
  },
  letter: {
    subject: 'Notification de contrefaçon alléguée, 17 U.S.C. 512 (référence {reference})',
    title: 'Notification de contrefaçon alléguée',
    law: 'Loi américaine, 17 U.S.C. 512(c)(3)',
    material: 'Le contenu à retirer, ou dont l’accès est à rendre impossible :',
    work: 'L’œuvre protégée est la photographie ou la vidéo elle-même qui y est visible. Elle est privée ; aucune copie n’est jointe.',
    owner: 'J’ai réalisé cette œuvre, ou j’en détiens les droits exclusifs.',
    'owner.agent': 'La personne pour laquelle j’agis a réalisé cette œuvre, ou en détient les droits exclusifs.',
    'owner.minor': 'La personne pour laquelle j’agis détient les droits exclusifs sur cette œuvre, ou je les détiens.',
    'owner.minor.agent': 'La personne pour laquelle j’agis a réalisé cette œuvre, ou en détient les droits exclusifs.',
    remove: 'Je vous demande de retirer promptement ce contenu ou d’en rendre l’accès impossible.',
    receipt: 'Veuillez accuser réception et m’informer du retrait.',
    goodFaith:
      'Je pense de bonne foi que l’utilisation du contenu de cette manière n’est autorisée ni par la personne titulaire du droit d’auteur, ni par qui la représente, ni par la loi.',
    accuracy:
      'Les informations de cette notification sont exactes. Sous peine de parjure, je déclare être titulaire d’un droit exclusif auquel il serait porté atteinte, ou être en droit d’agir au nom de sa ou son titulaire.',
    exposure:
      'Je sais que cette notification peut être transmise. Je vous demande de ne publier ni mon nom ni mes coordonnées.',
    contact: 'Contact : {answer}',
    signature: '/s/ {answer}',
    'reminder.subject': 'Seconde lettre, notification de contrefaçon alléguée (référence {reference})',
    'reminder.title': 'Seconde lettre au sujet d’une notification de contrefaçon alléguée',
    'reminder.law': 'Loi américaine, 17 U.S.C. 512(c)(3)',
    'reminder.still': 'Le contenu est toujours visible.',
    'reminder.ask':
      'Je vous demande de le retirer sans attendre, ou de m’indiquer précisément ce qui manque à ma notification (512(c)(3)(B)).',
  },
} satisfies Same<typeof En>
