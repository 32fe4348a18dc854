import type { esaepd as En } from '../en/esaepd.ts'
import type { Same } from '../words.ts'

export const esaepd = {
  title: 'Espagne : le Canal Prioritario de l’AEPD',
  gives:
    'L’autorité espagnole de protection des données, l’AEPD, le traite en urgence et peut ordonner le retrait aux plateformes.',
  exposes:
    'L’AEPD apprend une adresse ou un numéro pour répondre. Entre 14 et 17 ans, un signalement peut rester anonyme.',
  because: 'Pour quelqu’un en Espagne, il aide quand le site n’agit pas, ou quand attendre ferait trop de mal.',
  rule: 'L’AEPD parle d’urgence ; aucun nombre d’heures ou de jours n’est fixé.',
  questions: {
    'esaepd.tried': 'Avez-vous d’abord écrit au site, sans résultat ? Ou est-ce trop urgent pour attendre ?',
    'esaepd.tried.minor':
      'Le site a-t-il d’abord reçu une demande, sans résultat ? Ou est-ce trop urgent pour attendre ?',
    'esaepd.contact': 'Comment l’AEPD peut-elle vous joindre ? Une adresse e-mail suffit.',
    'esaepd.contact.minor':
      'Veux-tu une réponse ? Alors donne une adresse e-mail, la tienne ou celle d’une personne adulte de confiance. Tu peux laisser ceci vide.',
    'esaepd.contact.parent':
      'Comment l’AEPD peut-elle vous joindre ? Donnez votre adresse e-mail, pas celle de votre enfant.',
    'esaepd.contact.agent':
      'Comment l’AEPD peut-elle joindre la personne qui signale ? L’adresse de l’organisation convient.',
  },
  gaps: {
    'esaepd.tried': 'si le site a d’abord reçu une demande, ou pourquoi cela ne peut pas attendre',
    'esaepd.contact': 'votre adresse e-mail ou numéro de téléphone',
    'esaepd.contact.minor': 'e-mail ou téléphone de la personne qui signale',
    'esaepd.contact.agent': 'e-mail ou téléphone de la personne qui signale',
  },
  choices: {
    'esaepd.tried:tried': 'La voie prévue par le fournisseur a d’abord été utilisée, sans résultat.',
    'esaepd.tried:exceptional':
      'Le cas est exceptionnel : le contenu se répand, et la voie prévue par le fournisseur viendrait trop tard.',
  },
  steps: {
    reminder: {
      title: 'Relancer l’AEPD',
      what: 'Une courte lettre demande où en est le signalement.',
    },
  },
  letter: {
    subject: 'Signalement urgent, Canal Prioritario (référence {reference})',
    title: 'Signalement urgent d’un contenu sexuel diffusé sans consentement',
    law: 'Agencia Española de Protección de Datos, Canal Prioritario',
    what: 'Il s’agit d’une image ou d’une vidéo à contenu sexuel qui me montre. Elle a été diffusée sans mon consentement.',
    'what.agent':
      'Il s’agit d’une image ou d’une vidéo à contenu sexuel qui montre une personne pour laquelle j’agis. Elle a été diffusée sans le consentement de cette personne.',
    'what.minor':
      'Il s’agit d’une image ou d’une vidéo à contenu sexuel d’une personne qui avait moins de 18 ans lorsqu’elle a été réalisée. Elle a été diffusée sans consentement.',
    'what.minor.agent':
      'Il s’agit d’une image ou d’une vidéo à contenu sexuel d’une personne pour laquelle j’agis et qui avait moins de 18 ans lorsqu’elle a été réalisée. Elle a été diffusée sans consentement.',
    tried: 'La voie du fournisseur, ou pourquoi cela ne peut pas attendre : {answer}',
    order: 'Je vous demande de faire retirer ce contenu en urgence.',
    nocopy: 'Le contenu lui-même n’est pas joint à ce signalement.',
    receipt: 'Veuillez accuser réception et me communiquer la décision.',
    contact: 'Contact : {answer}',
    anonymous: 'De 14 à 17 ans, un signalement peut être fait sans nom.',
    'anonymous.parent': '',
    'anonymous.agent': '',
    'reminder.subject': 'Question au sujet d’un signalement urgent (référence {reference})',
    'reminder.title': 'Question au sujet d’un signalement urgent',
    'reminder.law': 'Agencia Española de Protección de Datos, Canal Prioritario',
    'reminder.still': 'Le contenu est toujours visible.',
    'reminder.ask': 'Veuillez me communiquer la décision, ou ce qui manque à mon signalement.',
  },
} satisfies Same<typeof En>
