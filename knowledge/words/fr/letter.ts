import type { letter as en } from '../en/letter.ts'
import type { Same } from '../words.ts'

/** What every letter says in the same way, in French: the terms of the laws’ own French text. */
export const letter: Same<typeof en> = {
  to: 'Destinataire : {recipient}',
  date: 'Date : {date}, {time} (Bruxelles, {offset})',
  reference: 'Référence : {reference}',
  ipfs: '(passerelle IPFS)',
  hostOf: 'L’hébergeur de {host}',
  registrarOf: 'Le bureau d’enregistrement de {domain}',

  headings: {
    where: 'Où se trouve le contenu',
    what: 'De quoi il s’agit',
    why: 'Pourquoi ce contenu est illicite',
    ask: 'Ce que je demande',
    statement: 'Déclaration',
    sender: 'Coordonnées',
    signature: 'Contact et signature',
    before: 'Ce qui a précédé',
    data: 'Les données concernées',
  },

  address: 'Adresse {number} sur {count} :',
  object: 'Élément à cette adresse : {ids}',
  keyLeftOut: 'La clé de ce lien n’est pas reprise ici. Seul l’hébergeur la reçoit.',
  found: 'J’ai trouvé cette adresse grâce à un signalement public du {date}.',
  foundMany: 'J’ai trouvé ces adresses grâce à des signalements publics ({date}).',
  sameFile: 'Ce signalement désigne exactement le même fichier.',
  samePicture: 'Ce signalement désigne une image identique ou presque identique.',
  again:
    'J’ai déjà demandé le retrait du même contenu le {date} (référence {reference}). Il avait disparu. Il est de nouveau là.',

  crime:
    'Diffuser une image intime sans le consentement de la personne montrée est une infraction pénale, par exemple selon {rule}.',
  crimeOfMinors: 'Sa diffusion est aussi une infraction pénale selon {rule}.',
  directive:
    'L’article 5 de la directive (UE) 2024/1385 impose à chaque État membre d’ériger en infraction pénale le partage de matériel intime sans le consentement de la personne montrée.',
  category: 'Catégorie, selon la base de données de l’UE sur la transparence :',

  parent: 'Je suis le parent, la tutrice ou le tuteur de la personne montrée, et j’agis en son nom.',
  agent: 'J’agis au nom de la personne montrée, avec son accord.',
  actsFor: '{organisation} agit au nom de la personne montrée, avec son accord.',
  organisation: 'Organisation : {organisation}',

  sentBefore: 'Je vous ai envoyé cette demande le {date} (référence {reference}).',
  sentBeforeTo: 'J’ai envoyé cette demande le {date} (référence {reference}). Destinataire : {about}.',
  sentBeforeToThem: 'J’ai envoyé cette demande au fournisseur du service le {date} (référence {reference}).',
  refused: 'Elle a été refusée le {date}.',
  silent: 'Je n’ai reçu aucune réponse.',

  name: 'Nom : {name}',
  mail: 'E-mail : {mail}',
  contact: 'Contact : {contact}',
  signature: 'Signature : {name}',
  ownWords: 'Avec mes propres mots : « {words} »',

  gaps: {
    name: 'votre nom',
    mail: 'votre adresse e-mail',
    contact: 'votre adresse e-mail ou numéro de téléphone',
    minorName: 'ton nom',
    minorMail: 'ton adresse e-mail',
    minorContact: 'ton adresse e-mail ou numéro de téléphone',
    adultName: 'nom de la personne adulte qui signe',
    adultMail: 'adresse e-mail de la personne adulte qui signe',
    adultContact: 'e-mail ou téléphone de la personne adulte qui signe',
    organisation: 'nom de l’organisation',
    sentBefore: 'jour de l’envoi de la demande',
    answer: 'votre réponse',
  },

  questions: {
    organisation: 'Quelle organisation agit au nom de la personne montrée ?',
    name: 'Quel est le nom de la personne qui signe ?',
    sentBefore: 'Quel jour la demande a-t-elle été envoyée ? Écrire par exemple 2026-11-20.',
  },
}
