import type { gdpr17s as En } from '../en/gdpr17s.ts'
import type { Same } from '../words.ts'

export const gdpr17s = {
  title: 'Droit européen : retrait des résultats de recherche (article 17 du RGPD)',
  gives:
    'Une recherche sur le nom ne montre plus ces pages. Les pages restent en ligne : il faut aussi écrire au site.',
  exposes:
    'Le moteur de recherche apprend le nom recherché, et le nom de la personne qui écrit. Il peut dire au site qu’un résultat a été retiré. La lettre lui demande de ne pas dire qui l’a demandé.',
  because: 'Cette demande s’écrit vite, et moins de gens trouvent les pages en attendant la réponse du site.',
  rule: 'Cette loi donne un mois à partir de la réception. Ils peuvent prendre deux mois de plus, s’ils disent pourquoi dans le premier mois.',
  questions: {
    'gdpr17s.query':
      'Quel nom faut-il chercher pour trouver ces pages ? Écrivez-le comme on le chercherait. Le moteur de recherche le lira.',
    'gdpr17s.query.minor':
      'Quel nom faut-il chercher pour trouver ces pages ? Cette loi ne peut pas s’en passer. Tu peux laisser cette loi de côté.',
    'gdpr17s.query.parent':
      'Quel nom faut-il chercher pour trouver ces pages ? Écrivez-le comme on le chercherait. Le moteur de recherche le lira.',
    'gdpr17s.query.agent':
      'Quel nom faut-il chercher pour trouver ces pages ? Écrivez-le comme on le chercherait. Le moteur de recherche le lira.',
    'gdpr17s.subject':
      'Quel nom faut-il mettre sous la lettre ? Il leur dit à qui répondre. Le moteur de recherche le lira.',
    'gdpr17s.subject.parent': 'Quel nom, le vôtre, faut-il mettre sous la lettre ? Vous agissez pour votre enfant.',
    'gdpr17s.subject.agent': 'Quel nom faut-il mettre sous la lettre : le vôtre ou celui de votre organisation ?',
  },
  gaps: {
    'gdpr17s.query': 'le nom recherché',
    'gdpr17s.query.minor': 'le nom recherché',
    'gdpr17s.query.parent': 'le nom recherché',
    'gdpr17s.query.agent': 'le nom recherché',
    'gdpr17s.subject': 'votre nom',
    'gdpr17s.subject.parent': 'votre nom',
    'gdpr17s.subject.agent': 'nom de la personne ou de l’organisation qui agit',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Leur rappeler la demande',
      what: 'Le mois est passé. Une courte lettre le dit, avec le numéro et le jour de la première.',
    },
    authority: {
      title: 'Porter plainte auprès de l’autorité de protection des données',
      what: 'C’est gratuit. L’autorité peut ordonner le retrait. Si elle ne dit rien pendant trois mois, un tribunal peut être saisi. Elle peut demander un nom ; une personne de confiance ou une organisation peut alors écrire.',
    },
    court: {
      title: 'Saisir un tribunal',
      what: 'Un tribunal peut ordonner le retrait. Une avocate, un avocat ou une ligne d’aide peut dire si cette voie convient. L’aide juridique peut être gratuite.',
    },
  },
  letter: {
    subject: 'Demande de retrait de résultats de recherche, article 17 du RGPD (référence {reference})',
    title: 'Demande de retrait de résultats d’une recherche sur un nom',
    law: 'Articles 17 et 21 du règlement (UE) 2016/679 (règlement général sur la protection des données)',
    person: 'Je suis la personne concernée : la personne montrée sur ces pages. Mon nom : {answer}',
    'person.minor':
      'Je suis la personne concernée : la personne montrée sur ces pages. J’avais moins de 18 ans lorsque l’image a été réalisée, et je ne donne rien d’autre sur moi que le nom recherché.',
    'person.parent':
      'J’agis au nom de la personne concernée, la personne montrée sur ces pages, en qualité de parent, de tutrice ou de tuteur. Mon propre nom : {answer}',
    'person.agent':
      'J’agis au nom de la personne concernée, la personne montrée sur ces pages, qui m’en a donné mandat. Qui agit : {answer}',
    query: 'Nom recherché : {answer}',
    results: 'Une recherche sur ce nom mène à ceci :',
    'reason.what':
      'Une image ou une vidéo intime qui me montre y est rendue publique sans mon consentement. Il ne s’agit pas d’une question d’intérêt public, mais de ma vie privée.',
    'reason.what.agent':
      'Une image ou une vidéo intime qui montre la personne concernée y est rendue publique sans le consentement de cette personne. Il s’agit de sa vie privée.',
    'reason.what.parent':
      'Une image ou une vidéo intime qui montre mon enfant y est rendue publique sans consentement. Il s’agit de sa vie privée.',
    'reason.what.minor':
      'Une image ou une vidéo intime de moi, à caractère sexuel ou de nudité, y est rendue publique. J’avais moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants.',
    'reason.what.minor.parent':
      'Une image ou une vidéo intime de mon enfant, à caractère sexuel ou de nudité, y est rendue publique. Mon enfant avait moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants.',
    'reason.what.minor.agent':
      'Une image ou une vidéo intime de la personne concernée, à caractère sexuel ou de nudité, y est rendue publique. Cette personne avait moins de 18 ans lorsqu’elle a été réalisée : c’est du matériel relatif à des abus sexuels commis sur des enfants.',
    'reason.unlawful':
      'Le traitement est illicite (article 17, paragraphe 1, point d)). Il concerne la vie sexuelle d’une personne, et l’article 9, paragraphe 1, interdit en principe le traitement de telles données.',
    'reason.consent':
      'Dans la mesure où un consentement aurait été donné à quoi que ce soit, il est retiré par la présente (article 17, paragraphe 1, point b)).',
    'reason.objection':
      'Je m’oppose au traitement pour des raisons tenant à cette situation particulière (article 17, paragraphe 1, point c), et article 21). Les résultats mènent toute personne qui connaît ce nom à une image intime, diffusée contre la volonté de la personne montrée.',
    'reason.public':
      'Le public n’a à ces résultats aucun intérêt qui prévaudrait sur la vie privée (Cour de justice, C-131/12, Google Spain).',
    delist:
      'Je vous demande de ne plus afficher ces résultats à la suite d’une recherche sur ce nom, seul ou avec d’autres mots.',
    term: 'Veuillez m’informer dans les meilleurs délais, et au plus tard dans un délai d’un mois à compter de la réception, des mesures prises (article 12, paragraphe 3).',
    refusal:
      'Si vous ne retirez pas les résultats, veuillez m’en indiquer les motifs. Je peux alors introduire une réclamation auprès d’une autorité de contrôle (article 77).',
    identity:
      'Vous ne pouvez demander d’autres informations sur mon identité qu’en cas de doutes raisonnables, et seulement le minimum qui permette de les lever (article 12, paragraphe 6).',
    silence: 'Veuillez ne pas révéler aux exploitants de ces pages de qui vient cette demande.',
    reply: 'Veuillez répondre à l’adresse d’où cette lettre a été envoyée, en indiquant la référence {reference}.',
    'reminder.subject': 'Rappel : demande de retrait de résultats, article 17 du RGPD (référence {reference})',
    'reminder.title': 'Le délai d’un mois de l’article 12, paragraphe 3, est dépassé',
    'reminder.law':
      'Articles 12, 17 et 21 du règlement (UE) 2016/679 (règlement général sur la protection des données)',
    'reminder.late':
      'L’article 12, paragraphe 3, donne un mois à compter de la réception. Deux mois supplémentaires ne sont possibles que si les motifs sont communiqués au cours du premier mois. Les résultats sont toujours affichés.',
    'reminder.ask': 'Je vous demande de retirer ces résultats sans attendre et de me le confirmer.',
    'authority.subject': 'Réclamation, article 77 du RGPD (référence {reference})',
    'authority.title': 'Réclamation contre l’exploitant d’un moteur de recherche',
    'authority.law': 'Article 77 du règlement (UE) 2016/679 (règlement général sur la protection des données)',
    'authority.what':
      'J’ai demandé à l’exploitant d’un moteur de recherche de retirer des résultats d’une recherche sur un nom (article 17).',
    'authority.still': 'Les résultats sont toujours affichés.',
    'authority.ask':
      'Je vous demande d’examiner cette réclamation et d’ordonner à l’exploitant de retirer ces résultats.',
    'authority.pass':
      'Si une autre autorité de contrôle est compétente, je vous demande de lui transmettre cette réclamation. Je vous demande de m’informer de l’état d’avancement et de l’issue de la réclamation.',
    'authority.privacy':
      'Je vous demande de ne pas révéler mon identité et de ne pas publier le nom recherché lors du traitement de cette réclamation.',
  },
} satisfies Same<typeof En>
