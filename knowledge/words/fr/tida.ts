import type { tida as En } from '../en/tida.ts'
import type { Same } from '../words.ts'

export const tida = {
  title: 'Droit américain : TAKE IT DOWN Act',
  gives: 'Ils doivent retirer l’image dans les 48 heures, et essayer de retirer aussi les copies identiques connues.',
  exposes:
    'Le site apprend le nom et les coordonnées de la personne qui signe. Pour une image faite avant 18 ans, c’est un parent, une tutrice ou un tuteur, ou une autre personne adulte. La lettre ne nomme alors pas la personne montrée.',
  because: 'Cette loi fixe un délai court, 48 heures, et se combine avec les autres lois.',
  rule: 'Cette loi donne 48 heures à partir de la réception d’une demande valable, nuits et week-ends compris.',
  questions: {
    'tida.signature':
      'Quel est votre nom complet ? Il figure sous la lettre comme signature. Le site qui reçoit la lettre le lira.',
    'tida.signature.minor':
      'Quelle personne adulte signe pour toi ? Écris le nom complet de cette personne. N’écris pas ton propre nom.',
    'tida.signature.parent':
      'Quel est votre nom complet ? Vous signez pour votre enfant. N’écrivez pas le nom de votre enfant.',
    'tida.signature.agent':
      'Quel est le nom complet de la personne qui signe ? Le site le lira. N’écrivez pas le nom de la personne montrée.',
    'tida.contact': 'Comment peuvent-ils vous joindre ? Une adresse e-mail suffit.',
    'tida.contact.minor': 'Comment peuvent-ils joindre la personne adulte qui signe ? Une adresse e-mail suffit.',
    'tida.contact.parent': 'Comment peuvent-ils vous joindre ? Une adresse e-mail suffit.',
    'tida.contact.agent': 'Comment peuvent-ils joindre la personne qui signe ? Une adresse e-mail suffit.',
    'tida.authority.minor':
      'Qui est cette personne pour toi ? Un parent, une tutrice ou un tuteur, un cabinet d’avocats, quelqu’un d’autre qui peut agir pour toi ?',
    'tida.authority.agent':
      'À quel titre agissez-vous, par exemple comme avocate ou avocat, ou pour une organisation ? N’écrivez pas le nom de la personne montrée.',
    'tida.digitalforgery':
      'L’image est-elle réelle, ou faite ou modifiée par un ordinateur ? Cette loi vise les deux. Vous pouvez laisser ceci vide.',
  },
  gaps: {
    'tida.digitalforgery': 'réelle ou faite par un ordinateur',
    'tida.signature': 'votre nom',
    'tida.signature.minor': 'nom de la personne adulte qui signe',
    'tida.signature.parent': 'votre nom',
    'tida.signature.agent': 'nom de la personne qui signe',
    'tida.contact': 'votre adresse e-mail ou numéro de téléphone',
    'tida.contact.minor': 'e-mail ou téléphone de la personne adulte qui signe',
    'tida.contact.parent': 'votre adresse e-mail ou numéro de téléphone',
    'tida.contact.agent': 'e-mail ou téléphone de la personne qui signe',
    'tida.authority.minor': 'parent, tutrice ou tuteur, avocate ou avocat, ou autre adulte avec autorisation',
    'tida.authority.agent': 'avocate ou avocat, organisation, ou autre personne avec autorisation',
  },
  choices: {
    'tida.digitalforgery:real': 'C’est une image ou une vidéo authentique.',
    'tida.digitalforgery:made': 'Elle a été faite ou modifiée par un ordinateur (falsification numérique).',
  },
  steps: {
    reminder: {
      title: 'Leur rappeler la demande',
      what: 'Les 48 heures sont passées. Une courte lettre le dit, avec le numéro et le jour de la première.',
    },
    ftc: {
      title: 'Porter plainte auprès de la FTC, l’autorité américaine',
      what: 'La FTC veille au respect de cette loi. Son formulaire est gratuit et ouvert à tout le monde. Elle agit contre des entreprises et ne règle pas les cas individuels.',
    },
  },
  letter: {
    subject: 'Demande de retrait, TAKE IT DOWN Act (référence {reference})',
    title: 'Demande de retrait d’une représentation visuelle intime',
    law: 'Loi américaine TAKE IT DOWN Act, 47 U.S.C. 223a',
    what: 'Il s’agit d’une représentation visuelle intime (« intimate visual depiction »). Elle me montre.',
    'what.agent':
      'Il s’agit d’une représentation visuelle intime (« intimate visual depiction »). Elle montre une personne identifiable au nom de laquelle je suis en droit d’agir, et que je ne nomme pas.',
    'what.minor':
      'Il s’agit d’une représentation visuelle intime (« intimate visual depiction ») d’une personne qui avait moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants. J’agis pour la personne montrée, que je ne nomme pas.',
    'what.minor.agent':
      'Il s’agit d’une représentation visuelle intime (« intimate visual depiction ») d’une personne qui avait moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants. J’agis pour la personne montrée, que je ne nomme pas.',
    authority: 'Je suis en droit d’agir pour la personne montrée. J’agis en qualité de : {answer}',
    'authority.parent':
      'Je suis en droit d’agir pour la personne montrée. J’agis en qualité de : parent, tutrice ou tuteur',
    forgery: 'La loi vise aussi bien les images authentiques que les falsifications numériques.',
    'forgery.kind': '{answer}',
    goodFaith: 'Je pense de bonne foi qu’elle a été publiée sans le consentement de la personne montrée.',
    remove:
      'Je vous demande de la retirer dès que possible, et au plus tard 48 heures après la réception de cette demande.',
    copies:
      'Je vous demande aussi de faire des efforts raisonnables pour trouver et retirer les copies identiques connues.',
    receipt:
      'Veuillez accuser réception en indiquant un numéro de demande. En cas de refus, veuillez en donner les motifs.',
    contact: 'Contact : {answer}',
    signature: '/s/ {answer}',
    'reminder.subject': 'Deuxième demande, TAKE IT DOWN Act (référence {reference})',
    'reminder.title': 'Le délai de 48 heures est dépassé',
    'reminder.law': 'Loi américaine TAKE IT DOWN Act, 47 U.S.C. 223a',
    'reminder.late':
      'La loi donne 48 heures à partir de la réception d’une demande valable. Le contenu est toujours visible.',
    'reminder.ask':
      'Je vous demande de le retirer sans attendre, avec les copies identiques connues, et de le confirmer en indiquant le numéro de la demande.',
    'reminder.next': 'S’il manque un élément à ma demande, veuillez m’indiquer précisément lequel.',
    'ftc.subject': 'Plainte, TAKE IT DOWN Act (référence {reference})',
    'ftc.title': 'Une plateforme n’a pas donné suite à une demande de retrait valable',
    'ftc.law': 'Loi américaine TAKE IT DOWN Act, 47 U.S.C. 223a',
    'ftc.what':
      'J’ai demandé à une plateforme de retirer une représentation visuelle intime, publiée sans le consentement de la personne montrée.',
    'ftc.ask':
      'Le contenu n’a pas été retiré dans les 48 heures. Je vous demande d’examiner comment cette plateforme traite de telles demandes.',
    'ftc.privacy': 'Je vous demande de ne rendre publics ni mon nom ni mes coordonnées.',
    'ftc.name': 'Nom : {answer}',
  },
} satisfies Same<typeof En>
