import type { dsa16 as En } from '../en/dsa16.ts'
import type { Same } from '../words.ts'

export const dsa16 = {
  title: 'Droit européen : règlement sur les services numériques, article 16',
  gives:
    'Ils doivent l’examiner sans retard, en confirmer la réception, puis communiquer leur décision et ses raisons.',
  exposes:
    'Une personne adulte donne un nom et une adresse e-mail au site. Pour une image faite avant 18 ans, ni l’un ni l’autre n’est nécessaire. Le site ne peut dire ce nom à la personne qui a publié l’image que si c’est strictement nécessaire.',
  because: 'Tout le monde peut invoquer cette loi, elle demande peu de choses, et ils doivent répondre.',
  rule: 'Cette loi ne fixe pas de nombre d’heures ou de jours. Elle dit : en temps opportun, avec diligence et sans retard injustifié.',
  questions: {
    'dsa16.identity':
      'Quel nom et quelle adresse e-mail faut-il indiquer dans la lettre ? La loi demande les deux. Le site qui reçoit la lettre les lira.',
    'dsa16.identity.parent':
      'Quel nom et quelle adresse e-mail, les vôtres, faut-il indiquer ? La loi demande les deux. N’écrivez pas le nom de votre enfant.',
    'dsa16.identity.agent':
      'Quel nom et quelle adresse e-mail faut-il indiquer : les vôtres ou ceux de votre organisation ? N’écrivez pas le nom de la personne montrée.',
  },
  gaps: {
    'dsa16.identity': 'votre nom et votre adresse e-mail',
    'dsa16.identity.parent': 'votre nom et votre adresse e-mail',
    'dsa16.identity.agent': 'nom et adresse e-mail de la personne qui envoie la lettre',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Leur rappeler la demande',
      what: 'Une courte lettre demande leur réponse, avec le numéro et le jour de la première. Ce délai est le nôtre, pas celui de la loi.',
    },
    complaint: {
      title: 'Introduire une réclamation auprès du site',
      what: 'Une plateforme doit permettre de contester sa décision, gratuitement, pendant au moins six mois. Une machine ne peut pas décider seule. Les très petites entreprises ne sont pas obligées d’offrir cette voie.',
    },
    'out-of-court': {
      title: 'Demander l’avis d’un organisme indépendant',
      what: 'Un organisme certifié réexamine la décision. La plateforme paie ses propres frais. L’avis de l’organisme ne la lie pas.',
    },
    coordinator: {
      title: 'Porter plainte auprès de l’autorité nationale',
      what: 'Elle vérifie si le site respecte les règles : s’il est joignable et s’il répond. Elle ne juge pas une image en particulier. Elle peut demander un nom ; une personne de confiance ou une organisation peut alors écrire.',
    },
    court: {
      title: 'Saisir un tribunal',
      what: 'Un tribunal peut ordonner le retrait. Une avocate, un avocat ou une ligne d’aide peut dire si cette voie convient. L’aide juridique peut être gratuite.',
    },
  },
  letter: {
    subject: 'Notification de contenu illicite, article 16 du DSA (référence {reference})',
    title: 'Notification de contenu illicite',
    law: 'Article 16 du règlement (UE) 2022/2065 (règlement sur les services numériques)',
    what: 'Il s’agit d’une image ou d’une vidéo intime. Elle me montre. Je n’ai pas consenti à sa diffusion.',
    'what.parent':
      'Il s’agit d’une image ou d’une vidéo intime. Elle montre mon enfant, dont je suis le parent, la tutrice ou le tuteur et que je ne nomme pas. Il n’y a eu aucun consentement à sa diffusion.',
    'what.agent':
      'Il s’agit d’une image ou d’une vidéo intime. Elle montre une personne pour laquelle j’agis et que je ne nomme pas. Cette personne n’a pas consenti à sa diffusion.',
    'what.minor':
      'Il s’agit d’une image ou d’une vidéo intime de moi, à caractère sexuel ou de nudité. J’avais moins de 18 ans lorsqu’elle a été réalisée, et je ne consens pas à sa diffusion. C’est du matériel relatif à des abus sexuels commis sur des enfants : sa diffusion est une infraction visée aux articles 3 à 7 de la directive 2011/93/UE.',
    'what.minor.parent':
      'Il s’agit d’une image ou d’une vidéo intime de mon enfant, à caractère sexuel ou de nudité. Mon enfant avait moins de 18 ans lorsqu’elle a été réalisée, et il n’y a aucun consentement à sa diffusion. C’est du matériel relatif à des abus sexuels commis sur des enfants : sa diffusion est une infraction visée aux articles 3 à 7 de la directive 2011/93/UE.',
    'what.minor.agent':
      'Il s’agit d’une image ou d’une vidéo intime, à caractère sexuel ou de nudité, d’une personne pour laquelle j’agis. Cette personne avait moins de 18 ans lorsqu’elle a été réalisée, et il n’y a aucun consentement à sa diffusion. C’est du matériel relatif à des abus sexuels commis sur des enfants : sa diffusion est une infraction visée aux articles 3 à 7 de la directive 2011/93/UE.',
    remove: 'Je vous demande de retirer ce contenu ou de rendre l’accès à celui-ci impossible.',
    receipt:
      'Veuillez accuser réception sans retard injustifié (article 16, paragraphe 4) et indiquer la référence {reference} dans votre réponse.',
    decision:
      'Veuillez me communiquer votre décision, ses motifs et les voies de recours (article 16, paragraphe 5, et article 17).',
    silence:
      'Veuillez ne pas révéler à la personne qui a publié ce contenu de qui vient cette notification. L’article 17, paragraphe 3, point b), ne le permet qu’en cas de stricte nécessité.',
    bonaFide:
      'Conformément à l’article 16, paragraphe 2, point d), je déclare penser de bonne foi que les informations et les allégations contenues dans cette notification sont exactes et complètes.',
    channel: 'Je soumets cette notification par voie électronique (article 16, paragraphe 1).',
    anonymous:
      'Selon l’article 16, paragraphe 2, point c), ni nom ni adresse électronique ne sont exigés pour cette notification.',
    'reminder.subject': 'Rappel : notification de contenu illicite, article 16 du DSA (référence {reference})',
    'reminder.title': 'Rappel d’une notification de contenu illicite restée sans réponse',
    'reminder.law': 'Article 16 du règlement (UE) 2022/2065 (règlement sur les services numériques)',
    'reminder.still': 'Le contenu est toujours visible.',
    'reminder.ask': 'Je vous demande de retirer sans attendre ce contenu ou de rendre l’accès à celui-ci impossible.',
    'reminder.decide':
      'Veuillez accuser réception et me communiquer sans retard injustifié votre décision, ses motifs et les voies de recours (article 16, paragraphes 4 et 5, et article 17).',
    'complaint.subject': 'Réclamation contre une décision, article 20 du DSA (référence {reference})',
    'complaint.title': 'Réclamation contre la décision prise sur une notification',
    'complaint.law': 'Article 20 du règlement (UE) 2022/2065 (règlement sur les services numériques)',
    'complaint.wrong':
      'Je conteste cette décision. Le contenu est toujours visible, et il est illicite pour la raison indiquée ci-dessous.',
    'complaint.ask':
      'Je vous demande de réexaminer la décision et de retirer ce contenu ou de rendre l’accès à celui-ci impossible.',
    'complaint.people':
      'Je vous demande que la décision soit prise par du personnel qualifié, et non uniquement par des moyens automatisés (article 20).',
    'complaint.reasons':
      'Veuillez me communiquer sans retard injustifié la nouvelle décision et ses motifs, et m’indiquer comment saisir un organe certifié de règlement extrajudiciaire des litiges (articles 20 et 21).',
    'complaint.bonaFide':
      'Je déclare penser de bonne foi que les informations et les allégations contenues dans cette réclamation sont exactes et complètes.',
    'complaint.anonymous':
      'La notification ne nommait personne, comme le permet l’article 16, paragraphe 2, point c). Cette réclamation ne nomme personne non plus. Veuillez répondre à l’adresse d’où elle a été envoyée.',
    'coordinator.subject': 'Plainte, article 53 du DSA (référence {reference})',
    'coordinator.title': 'Plainte contre un fournisseur de services d’hébergement',
    'coordinator.law': 'Article 53 du règlement (UE) 2022/2065 (règlement sur les services numériques)',
    'coordinator.what':
      'J’ai signalé un contenu illicite à un fournisseur, par une notification au sens de l’article 16.',
    'coordinator.still': 'Le contenu est toujours visible.',
    'coordinator.ask':
      'Je vous demande d’examiner si le fournisseur respecte ses obligations : accuser réception, décider sans retard injustifié et motiver sa décision (articles 16 et 17).',
    'coordinator.pass':
      'Si le coordinateur pour les services numériques d’un autre État membre est compétent, je vous demande de lui transmettre cette plainte et de m’en informer.',
    'coordinator.privacy':
      'Je vous demande de ne pas révéler mon identité à d’autres que les autorités qui traitent cette plainte.',
    'coordinator.anonymous':
      'La notification ne nommait personne, comme le permet l’article 16, paragraphe 2, point c). Cette plainte ne nomme personne non plus. Veuillez répondre à l’adresse d’où elle a été envoyée.',
  },
} satisfies Same<typeof En>
