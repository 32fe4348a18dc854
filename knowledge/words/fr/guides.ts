import type { guides as en } from '../en/guides.ts'
import type { Same } from '../words.ts'

/** Guide pas à pas pour le formulaire d’un site. Lu par des adultes et par des mineurs : ni tu ni vous. */
export const guides: Same<typeof en> = {
  open: 'Ouvrir cette page : {form}',
  write: 'Écrire à cette adresse : {email}',
  unknown: 'Chercher sur le site une page de contact, des mentions légales ou un formulaire de signalement.',
  paste:
    'Remplir les champs. Chaque réponse est prête ci-dessous. Laisser de côté ce que le formulaire ne demande pas.',
  attach: 'N’ajouter aucun fichier. Les réponses suffisent.',
  missing: 'Il manque encore quelque chose. Répondre d’abord aux questions, ou envoyer ce qui est là.',
  send: 'Envoyer. Noter le numéro ou l’heure qui s’affiche.',
  after: 'Puis indiquer ici que c’est envoyé. À partir de là, nous surveillons le délai.',
  back: 'On peut s’arrêter ici et revenir plus tard. Rien ne part tout seul.',

  fields: {
    option: 'Choix à cocher',
    link: 'Lien du contenu',
    links: 'Liens du contenu, un par ligne',
    place: 'Pour le retrouver',
    explanation: 'De quoi il s’agit, et pourquoi c’est illicite',
    request: 'Ce qui est demandé',
    statement: 'Déclaration',
    name: 'Nom',
    mail: 'Adresse e-mail',
    contact: 'Moyen de contact',
    signature: 'Signature',
    role: 'Au nom de qui',
    country: 'Pays',
    law: 'Loi',
    category: 'Catégorie',
    subject: 'Objet',
    everything: 'Description, ou toute la lettre',
    reference: 'Référence personnelle',
    query: 'Le nom recherché',
  },

  options: {
    takeItDown: 'TAKE IT DOWN',
    intimate: 'Images intimes sans consentement',
    illegal: 'Contenu illicite, Union européenne',
    dsa: 'Règlement sur les services numériques (Digital Services Act)',
    underage: 'La personne montrée a moins de 18 ans',
    privacy: 'Vie privée',
  },
  noName: 'Laisser le nom vide. La loi n’en demande pas ici.',
}
