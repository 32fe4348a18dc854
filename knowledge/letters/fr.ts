import type { LetterWords } from './en.ts'

/** The words of letters, in French: the terms of the regulation's own French text. */
export const fr: LetterWords = {
  to: 'Destinataire : {recipient}',
  date: 'Date : {date}, {time} (Bruxelles, {offset})',
  reference: 'Référence : {reference}',
  ipfs: '(passerelle IPFS)',
  object: 'Élément à cette adresse : {ids}',

  where: 'Où se trouve le contenu',
  what: 'De quoi il s’agit',
  why: 'Pourquoi ce contenu est illicite',
  ask: 'Ce que je demande',
  statement: 'Déclaration',
  sender: 'Coordonnées',

  found: 'J’ai trouvé cette adresse grâce à un signalement public du {date}.',
  sameFile: 'Ce signalement désigne exactement le même fichier.',
  samePicture: 'Ce signalement désigne une image identique ou presque identique.',
  again:
    'J’ai déjà demandé le retrait du même contenu le {date} (référence {reference}). Il avait disparu. Il est de nouveau là.',

  gapName: '[votre nom]',
  gapMail: '[votre adresse e-mail]',
  gapContact: '[votre adresse e-mail ou numéro de téléphone]',
  gapAdultName: '[nom de la personne adulte qui signe]',
  gapAdultContact: '[e-mail ou téléphone de la personne adulte qui signe]',
  gapAuthority: '[parent, tutrice ou tuteur, avocate ou avocat, ou autre adulte avec autorisation]',
  name: 'Nom : {name}',
  mail: 'E-mail : {mail}',
  contact: 'Contact : {contact}',

  dsa16: {
    subject: 'Notification de contenu illicite, article 16 du DSA (référence {reference})',
    title: 'Notification de contenu illicite',
    law: 'Article 16 du règlement (UE) 2022/2065 (règlement sur les services numériques)',
    adult:
      'Il s’agit d’une image ou d’une vidéo intime. Elle me montre, ou montre une personne pour laquelle je peux agir. La personne montrée n’a pas consenti à sa diffusion.',
    minor:
      'Il s’agit d’une image ou d’une vidéo intime d’une personne qui avait moins de 18 ans lorsqu’elle a été réalisée. Je suis cette personne, ou je peux agir pour elle. C’est du matériel relatif à des abus sexuels commis sur des enfants : sa diffusion est une infraction visée aux articles 3 à 7 de la directive 2011/93/UE.',
    crime:
      'Diffuser une image intime sans le consentement de la personne montrée est une infraction pénale, par exemple selon {rule}.',
    crimeOfMinors: 'Sa diffusion est aussi une infraction pénale selon {rule}.',
    directive:
      'L’article 5 de la directive (UE) 2024/1385 impose à chaque État membre d’ériger en infraction pénale le partage de matériel intime sans le consentement de la personne montrée.',
    category: 'Catégorie, selon la base de données de l’UE sur la transparence :',
    remove: 'Je vous demande de retirer ce contenu ou de rendre l’accès à celui-ci impossible.',
    receipt: 'Veuillez accuser réception sans retard injustifié (article 16, paragraphe 4).',
    decision:
      'Veuillez me communiquer votre décision, ses motifs et les voies de recours (article 16, paragraphe 5, et article 17).',
    silence:
      'Veuillez ne pas révéler à la personne qui a publié ce contenu de qui vient cette notification. L’article 17, paragraphe 3, point b), ne le permet qu’en cas de stricte nécessité.',
    bonaFide:
      'Conformément à l’article 16, paragraphe 2, point d), je déclare penser de bonne foi que les informations et les allégations contenues dans cette notification sont exactes et complètes.',
    anonymous:
      'Selon l’article 16, paragraphe 2, point c), ni nom ni adresse électronique ne sont exigés pour cette notification.',
  },

  tida: {
    subject: 'Demande de retrait, TAKE IT DOWN Act (référence {reference})',
    title: 'Demande de retrait d’une représentation visuelle intime',
    law: 'Loi américaine TAKE IT DOWN Act, 47 U.S.C. 223a',
    adult:
      'Il s’agit d’une représentation visuelle intime (« intimate visual depiction »). Elle me montre, ou montre une personne au nom de laquelle je suis en droit d’agir.',
    minor:
      'Il s’agit d’une représentation visuelle intime (« intimate visual depiction ») d’une personne qui avait moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants. J’agis pour la personne montrée, que je ne nomme pas.',
    authority: 'J’agis en qualité de : {authority}',
    forgery: 'La loi vise aussi bien les images authentiques que les falsifications numériques.',
    goodFaith: 'Je pense de bonne foi qu’elle a été publiée sans le consentement de la personne montrée.',
    remove:
      'Je vous demande de la retirer dès que possible, et au plus tard 48 heures après la réception de cette demande.',
    copies:
      'Je vous demande aussi de faire des efforts raisonnables pour trouver et retirer les copies identiques connues.',
    receipt:
      'Veuillez accuser réception en indiquant un numéro de demande. En cas de refus, veuillez en donner les motifs.',
    signed: 'Contact et signature',
  },
}
