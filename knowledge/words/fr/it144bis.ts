import type { it144bis as En } from '../en/it144bis.ts'
import type { Same } from '../words.ts'

export const it144bis = {
  title: 'Droit italien : Code de la vie privée, article 144-bis',
  gives:
    'Le Garante, l’autorité italienne de protection des données, décide dans les 48 heures. Il peut faire bloquer l’image par les plateformes.',
  exposes:
    'Le Garante apprend un nom et une adresse e-mail. Son propre formulaire demande plus ; ce choix se fait là-bas. Rien de cela ne passe par nous.',
  because: 'Pour quelqu’un en Italie, c’est rapide, et un seul signalement atteint plusieurs plateformes.',
  rule: 'Le Garante décide dans les 48 heures après le signalement.',
  questions: {
    'it144bis.person': 'Quel nom et quelle adresse e-mail faut-il indiquer ? Le Garante les lira.',
    'it144bis.person.minor':
      'Quel nom et quelle adresse e-mail faut-il indiquer ? Ce peuvent être ceux d’un parent ou d’une autre personne adulte de confiance.',
    'it144bis.person.parent':
      'Quel nom et quelle adresse e-mail faut-il indiquer ? Donnez les vôtres, pas ceux de votre enfant.',
    'it144bis.person.agent': 'Quel nom et quelle adresse e-mail faut-il indiquer ? Le Garante les lira.',
    'it144bis.platforms':
      'Sur quels sites ou applications l’image se trouve-t-elle, ou pourrait-elle se trouver bientôt ? Les noms suffisent.',
  },
  gaps: {
    'it144bis.person': 'votre nom et votre adresse e-mail',
    'it144bis.person.minor': 'nom et adresse e-mail de la personne qui signale',
    'it144bis.person.agent': 'nom et adresse e-mail de la personne qui signale',
    'it144bis.platforms': 'noms des sites ou applications',
  },
  choices: {},
  steps: {
    reminder: {
      title: 'Relancer le Garante',
      what: 'Les 48 heures sont passées. Une courte lettre demande où en est le signalement.',
    },
  },
  letter: {
    subject: 'Signalement selon l’article 144-bis du Code de la vie privée (référence {reference})',
    title: 'Signalement selon l’article 144-bis du Code de la vie privée',
    law: 'Code italien de la vie privée, article 144-bis',
    platforms: 'Plateformes concernées : {answer}',
    what: 'Il s’agit d’une image ou d’un enregistrement à contenu sexuel qui me montre. J’ai des raisons de penser qu’il est diffusé, ou risque de l’être, sans mon consentement.',
    'what.agent':
      'Il s’agit d’une image ou d’un enregistrement à contenu sexuel qui montre une personne pour laquelle j’agis. J’ai des raisons de penser qu’il est diffusé, ou risque de l’être, sans le consentement de cette personne.',
    'what.minor':
      'Il s’agit d’une image ou d’un enregistrement à contenu sexuel d’une personne qui avait moins de 18 ans lorsqu’il a été réalisé. J’ai des raisons de penser qu’il est diffusé, ou risque de l’être. Je suis cette personne, ou j’agis pour elle.',
    'what.minor.parent':
      'Il s’agit d’une image ou d’un enregistrement à contenu sexuel d’une personne qui avait moins de 18 ans lorsqu’il a été réalisé. J’ai des raisons de penser qu’il est diffusé, ou risque de l’être.',
    'what.minor.agent':
      'Il s’agit d’une image ou d’un enregistrement à contenu sexuel d’une personne qui avait moins de 18 ans lorsqu’il a été réalisé. J’ai des raisons de penser qu’il est diffusé, ou risque de l’être.',
    order:
      'Je demande au Garante de décider dans les 48 heures et de faire bloquer ce contenu sur les plateformes indiquées.',
    nocopy: 'Le contenu lui-même n’est pas joint à ce signalement.',
    receipt: 'Veuillez accuser réception et me communiquer la décision.',
    declaration: 'Je déclare que ce qui est dit ici est exact à ma connaissance.',
    person: 'Personne qui signale : {answer}',
    'reminder.subject': 'Question au sujet d’un signalement, article 144-bis (référence {reference})',
    'reminder.title': 'Question au sujet d’un signalement',
    'reminder.law': 'Code italien de la vie privée, article 144-bis',
    'reminder.late': 'Plus de 48 heures se sont écoulées depuis mon signalement.',
    'reminder.ask': 'Veuillez me communiquer la décision, ou ce qui manque à mon signalement.',
  },
} satisfies Same<typeof En>
