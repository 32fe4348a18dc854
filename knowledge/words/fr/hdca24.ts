import type { hdca24 as En } from '../en/hdca24.ts'
import type { Same } from '../words.ts'

export const hdca24 = {
  title: 'Droit néo-zélandais : Harmful Digital Communications Act, article 24',
  gives:
    'L’hébergeur doit prévenir la personne qui a publié l’image dans les 48 heures. Sans réponse dans les 48 heures suivantes, il la retire.',
  exposes:
    'L’hébergeur apprend un nom, un téléphone, une adresse et un e-mail. La personne qui a publié l’image apprend qu’il y a une plainte, mais pas de qui elle vient, sauf accord.',
  because: 'Cette loi lie les hébergeurs de Nouvelle-Zélande, comme MEGA, mais elle demande beaucoup de données.',
  rule: 'Cette loi donne à l’hébergeur 48 heures pour transmettre la plainte. La personne qui a publié l’image a ensuite 48 heures.',
  questions: {
    'hdca24.complainant':
      'Quel nom, quel numéro de téléphone, quelle adresse postale et quel e-mail faut-il indiquer ? Cette loi demande les quatre.',
    'hdca24.complainant.minor':
      'Quelle personne adulte porte plainte pour toi ? Écris son nom, son téléphone, son adresse postale et son e-mail. N’écris pas ton propre nom.',
    'hdca24.complainant.parent':
      'Quels sont votre nom, votre téléphone, votre adresse postale et votre e-mail ? Cette loi demande les quatre. N’écrivez pas le nom de votre enfant.',
    'hdca24.complainant.agent':
      'Quel nom, quel téléphone, quelle adresse postale et quel e-mail faut-il indiquer ? Ceux de l’organisation conviennent.',
    'hdca24.disclosure':
      'L’hébergeur peut-il dire qui vous êtes à la personne qui a publié l’image ? En cas de doute, choisissez « non ». La loi vous laisse le choix.',
    'hdca24.disclosure.parent':
      'L’hébergeur peut-il dire qui vous êtes à la personne qui a publié l’image ? En cas de doute, choisissez « non ». La loi vous laisse le choix.',
    'hdca24.disclosure.agent':
      'L’hébergeur peut-il dire qui vous êtes à la personne qui a publié l’image ? En cas de doute, choisissez « non ». La loi vous laisse le choix.',
    'hdca24.disclosure.minor':
      'L’hébergeur peut-il dire qui porte plainte à la personne qui a publié l’image ? En cas de doute, choisis « non ». La loi te laisse le choix.',
    'hdca24.agency':
      'Passez-vous par Netsafe, l’organisme néo-zélandais ? Alors votre nom reste chez Netsafe. Vous pouvez laisser ceci vide.',
    'hdca24.agency.parent':
      'Passez-vous par Netsafe, l’organisme néo-zélandais ? Alors votre nom reste chez Netsafe. Vous pouvez laisser ceci vide.',
    'hdca24.agency.agent':
      'Passez-vous par Netsafe, l’organisme néo-zélandais ? Alors votre nom reste chez Netsafe. Vous pouvez laisser ceci vide.',
    'hdca24.agency.minor':
      'Passes-tu par Netsafe, l’organisme néo-zélandais ? Alors les noms restent chez Netsafe. Tu peux laisser ceci vide.',
  },
  gaps: {
    'hdca24.complainant': 'votre nom, téléphone, adresse postale et e-mail',
    'hdca24.complainant.minor': 'nom, téléphone, adresse postale et e-mail de la personne adulte qui porte plainte',
    'hdca24.complainant.parent': 'votre nom, téléphone, adresse postale et e-mail',
    'hdca24.complainant.agent': 'nom, téléphone, adresse postale et e-mail de la partie plaignante',
    'hdca24.disclosure': 'oui ou non',
    'hdca24.agency': 'oui ou non',
  },
  choices: {
    'hdca24.disclosure:no': 'Non, l’hébergeur ne peut pas transmettre mes données personnelles à l’auteur.',
    'hdca24.disclosure:yes': 'Oui, l’hébergeur peut transmettre mes données personnelles à l’auteur.',
    'hdca24.agency:no': 'J’envoie cette plainte directement à l’hébergeur.',
    'hdca24.agency:yes': 'Cette plainte est envoyée par Netsafe, l’organisme agréé (« Approved Agency »).',
  },
  steps: {
    reminder: {
      title: 'Leur rappeler la plainte',
      what: 'Les 48 heures sont passées. Une courte lettre le dit, avec le numéro et le jour de la première.',
    },
    netsafe: {
      title: 'Demander l’aide de Netsafe, l’organisme néo-zélandais',
      what: 'Netsafe aide tout le monde gratuitement. Il peut écrire lui-même à l’hébergeur ; le nom reste alors chez Netsafe.',
    },
  },
  letter: {
    subject: 'Plainte (« notice of complaint »), Harmful Digital Communications Act 2015 (référence {reference})',
    title: 'Plainte (« notice of complaint »)',
    law: 'Harmful Digital Communications Act 2015 (Nouvelle-Zélande), article 24',
    what: 'Le contenu visé, indiqué ci-dessus, est un enregistrement visuel intime (« intimate visual recording »). Il me montre.',
    'what.agent':
      'Le contenu visé, indiqué ci-dessus, est un enregistrement visuel intime (« intimate visual recording »). Il montre une personne pour laquelle j’agis.',
    'what.minor':
      'Le contenu visé, indiqué ci-dessus, est un enregistrement visuel intime (« intimate visual recording »). La personne montrée avait moins de 18 ans lorsqu’il a été réalisé. Je porte plainte pour cette personne, que je ne nomme pas.',
    'what.minor.agent':
      'Le contenu visé, indiqué ci-dessus, est un enregistrement visuel intime (« intimate visual recording »). La personne montrée avait moins de 18 ans lorsqu’il a été réalisé. Je porte plainte pour cette personne, que je ne nomme pas.',
    reason:
      'Il est illicite : c’est un enregistrement visuel intime publié sans le consentement de la personne montrée (article 22A).',
    'reason.minor':
      'Il est illicite : c’est un enregistrement visuel intime publié sans consentement (article 22A), et du matériel relatif à des abus sexuels commis sur des enfants.',
    harm: 'Il nuit à la personne montrée aussi longtemps qu’il est visible.',
    remove: 'Je vous demande de retirer ce contenu.',
    process:
      'L’article 24 vous donne 48 heures à partir de la réception pour transmettre cette plainte à l’auteur. Si l’auteur ne répond pas dans les 48 heures, ou ne peut être joint, je vous demande de retirer le contenu.',
    disclosure: 'Pouvez-vous transmettre mes données personnelles à l’auteur ? {answer}',
    receipt: 'Veuillez accuser réception et m’indiquer la suite donnée.',
    agency: '{answer}',
    complainant: 'Partie plaignante (nom, téléphone, adresse, e-mail) : {answer}',
    'reminder.subject': 'Seconde lettre au sujet d’une plainte (référence {reference})',
    'reminder.title': '48 heures après ma plainte',
    'reminder.law': 'Harmful Digital Communications Act 2015 (Nouvelle-Zélande), article 24',
    'reminder.late':
      'Plus de 48 heures se sont écoulées depuis la réception de ma plainte. Le contenu est toujours visible.',
    'reminder.ask': 'Je vous demande de le retirer sans attendre et de m’indiquer la suite donnée à ma plainte.',
    'netsafe.subject': 'Demande d’aide au sujet d’un contenu nuisible (référence {reference})',
    'netsafe.title': 'Demande d’aide pour une plainte',
    'netsafe.law': 'Harmful Digital Communications Act 2015 (Nouvelle-Zélande)',
    'netsafe.what': 'Un enregistrement visuel intime a été publié sans le consentement de la personne montrée.',
    'netsafe.ask':
      'Je vous demande de m’aider à le faire retirer, et d’envoyer pour moi une plainte (« notice of complaint ») à l’hébergeur.',
    'netsafe.privacy': 'Veuillez ne transmettre ni mon nom ni mes coordonnées à l’hébergeur ou à l’auteur.',
  },
} satisfies Same<typeof En>
