import type { Messages } from './en.ts'
import type { Choose } from './fr.ts'

/** French, up to the secret words: everything that is read before there is a file. */
export const before = (y: Choose): Pick<Messages, 'frame' | 'help' | 'start' | 'leave' | 'enrol'> => ({
  frame: {
    skip: 'Aller à la page',
    leave: 'Quitter cette page',
    leaveLeft: (presses) => y(`Appuyez encore ${presses} fois sur Maj.`, `Appuie encore ${presses} fois sur Maj.`),
    leaveHow: 'Appuyer 3 fois sur Maj fait de même.',
    language: 'Langue',
    home: 'Accueil',
    signOut: 'Se déconnecter',
    aboutLeaving: 'Ce que fait « Quitter »',
    idleWarning: 'La session se ferme dans 2 minutes.',
    idleStay: 'Rester ici',
    back: 'Retour',
    next: 'Continuer',
    undo: 'Annuler',
    copied: 'Copié.',
    tryAgain: y(
      'L’envoi n’a pas abouti. Rien n’est perdu. Vérifiez la connexion et appuyez de nouveau sur le bouton.',
      'L’envoi n’a pas abouti. Rien n’est perdu. Vérifie la connexion et appuie de nouveau sur le bouton.',
    ),
    problemHeading: y('Regardez d’abord ceci', 'Regarde d’abord ceci'),
  },

  help: {
    heading: 'Parler à quelqu’un',
    more: 'D’autres personnes à qui parler',
    title: 'Des personnes à qui parler',
    intro: y(
      'Vous pouvez leur parler avant de décider. Il n’est pas nécessaire de dire votre nom.',
      'Tu peux leur parler avant de décider. Il n’est pas nécessaire de dire ton nom.',
    ),
    traces: 'Un appel reste dans la liste d’appels de ce téléphone. Un site reste dans l’historique.',
    country: 'Pays',
    show: 'Afficher',
    anywhere: 'Tous les pays',
    adults: y('Si vous avez 18 ans ou plus sur l’image', 'Si tu as 18 ans ou plus sur l’image'),
    minors: y('Si vous avez moins de 18 ans sur l’image', 'Si tu as moins de 18 ans sur l’image'),
    minorsIntro: y(
      'Ces personnes aident des jeunes chaque jour. La personne responsable est celle qui a transmis l’image, pas vous.',
      'Ces personnes aident des jeunes chaque jour. La personne responsable est celle qui a transmis l’image, pas toi.',
    ),
    call: (number) => y(`Appelez le ${number}`, `Appelle le ${number}`),
    site: 'Site',
    none: 'Nous ne connaissons encore personne pour ce pays. Les services ci-dessous aident dans tous les pays.',
    danger: y(
      'En danger maintenant ? Appelez le 112 en Europe, le 999 au Royaume-Uni, le 911 aux États-Unis.',
      'En danger maintenant ? Appelle le 112 en Europe, le 999 au Royaume-Uni, le 911 aux États-Unis.',
    ),
  },

  start: {
    heading: y('Savoir quand une image de vous apparaît', 'Savoir quand une image de toi apparaît'),
    what: y(
      'Nous écoutons les signalements publics d’images. Si la vôtre est citée, nous vous le disons et préparons la demande de retrait.',
      'Nous écoutons les signalements publics d’images. Si la tienne est citée, nous te le disons et préparons la demande de retrait.',
    ),
    device: y(
      'Vos images restent sur cet appareil. Nous recevons seulement des empreintes : des lignes de chiffres.',
      'Tes images restent sur cet appareil. Nous recevons seulement des empreintes : des lignes de chiffres.',
    ),
    watch: 'Surveiller mes images',
    link: 'J’ai un lien vers une image de moi',
    again: 'J’ai déjà un dossier',
    reads: 'Quelqu’un d’autre utilise ce téléphone ?',
    readsLink: y('Lisez d’abord ceci', 'Lis d’abord ceci'),
    limits: 'Ce que nous ne pouvons pas faire',
    limitsText: [
      'Nous entendons seulement ce que des lieux publics publient. Les conversations privées ne publient rien.',
      y(
        'Nous ne pouvons pas retirer une image. Nous écrivons la demande ; vous décidez de l’envoyer ou non.',
        'Nous ne pouvons pas retirer une image. Nous écrivons la demande ; tu décides de l’envoyer ou non.',
      ),
      'Une image modifiée peut nous échapper. Le silence ne veut pas toujours dire qu’il n’y a rien.',
    ],
  },

  leave: {
    title: 'Ce que fait « Quitter cette page »',
    intro: 'Le bouton « Quitter cette page » est en haut de chaque page.',
    doesHeading: 'Ce qu’il fait, tout de suite',
    does: [
      'Il couvre la page.',
      'Il ferme la session.',
      'Il ouvre un site ordinaire à la place.',
      y(
        'Le bouton retour montre alors notre première page, jamais votre dossier.',
        'Le bouton retour montre alors notre première page, jamais ton dossier.',
      ),
    ],
    doesNotHeading: 'Ce qu’il ne fait pas',
    doesNot: [
      'Il ne vide pas l’historique de ce navigateur. Notre adresse peut y rester.',
      'Il n’agit pas sur les autres appareils liés au même compte de navigateur.',
      'Il ne protège pas d’une application qui espionne ce téléphone.',
    ],
    betterHeading: 'Ce qui aide davantage',
    better: [
      y(
        'Ouvrez-nous dans une fenêtre privée. Fermez-la quand vous avez fini.',
        'Ouvre-nous dans une fenêtre privée. Ferme-la quand tu as fini.',
      ),
      y(
        'Utilisez un téléphone ou un ordinateur que l’autre personne ne touche jamais.',
        'Utilise un téléphone ou un ordinateur que l’autre personne ne touche jamais.',
      ),
      y(
        'Ce téléphone est peut-être espionné ? Parlez d’abord à une ligne d’aide, depuis un autre téléphone.',
        'Ce téléphone est peut-être espionné ? Parle d’abord à une ligne d’aide, depuis un autre téléphone.',
      ),
    ],
    try: y('Essayez maintenant', 'Essaie maintenant'),
    tryText: y(
      'Appuyez une fois sur le bouton, pour le connaître.',
      'Appuie une fois sur le bouton, pour le connaître.',
    ),
    goBack: 'Retour à la première page',
  },

  enrol: {
    before: {
      title: 'Avant de commencer',
      intro: y(
        'Cela prend environ 3 minutes. Vous pouvez arrêter à chaque question ; rien n’est gardé avant la fin.',
        'Cela prend environ 3 minutes. Tu peux arrêter à chaque question ; rien n’est gardé avant la fin.',
      ),
      points: [
        y(
          'Ici, nous ne demandons jamais votre nom, ni pourquoi une image existe.',
          'Ici, nous ne demandons jamais ton nom, ni pourquoi une image existe.',
        ),
        'Les images restent sur cet appareil. Seules des lignes de chiffres en sortent.',
        y(
          'Quelqu’un arrive ? Appuyez sur « Quitter cette page », en haut.',
          'Quelqu’un arrive ? Appuie sur « Quitter cette page », en haut.',
        ),
      ],
      leave: 'Ce que fait ce bouton, et ce qu’il ne fait pas',
      go: 'Commencer',
    },
    step: (at, of) => `Question ${at} sur ${of}`,
    age: {
      title: y('Quel âge avez-vous sur l’image ?', 'Quel âge as-tu sur l’image ?'),
      hint: y(
        'Pas aujourd’hui : au moment de l’image. S’il y en a plusieurs, choisissez l’âge le plus jeune.',
        'Pas aujourd’hui : au moment de l’image. S’il y en a plusieurs, choisis l’âge le plus jeune.',
      ),
      adult: '18 ans ou plus',
      teen: '16 ou 17 ans',
      child: 'Moins de 16 ans',
      unsure: y('Un doute ? Choisissez « 16 ou 17 ans ».', 'Un doute ? Choisis « 16 ou 17 ans ».'),
      missing: y('Choisissez un des trois âges.', 'Choisis un des trois âges.'),
    },
    minor: {
      title: 'D’abord : des personnes qui peuvent t’aider maintenant',
      text: 'Tu n’as rien fait de mal. La personne responsable est celle qui a transmis l’image.',
      noName: 'Tu peux appeler ou écrire sans dire ton nom. Personne ne doit le dire à tes parents.',
      on: 'Si tu veux, nous pouvons aussi surveiller l’image.',
      go: 'Continuer vers la question suivante',
    },
    country: {
      title: y('Dans quel pays vivez-vous ?', 'Dans quel pays vis-tu ?'),
      hint: y(
        'Cela décide de l’aide et des lois que nous vous montrons.',
        'Cela décide de l’aide et des lois que nous te montrons.',
      ),
      guess: y(
        'Nous l’avons deviné d’après la langue du navigateur. Changez-le s’il est faux.',
        'Nous l’avons deviné d’après la langue du navigateur. Change-le s’il est faux.',
      ),
      label: 'Pays',
      choose: y('Choisissez un pays', 'Choisis un pays'),
      near: 'Souvent choisis',
      all: 'Tous les pays',
      missing: y('Choisissez un pays dans la liste.', 'Choisis un pays dans la liste.'),
    },
    pictures: {
      title: 'Quelles images devons-nous surveiller ?',
      addTitle: 'Ajouter des images',
      hint: 'Cet appareil fait une empreinte de chaque image. L’image elle-même n’est jamais envoyée.',
      choose: y('Choisissez des images', 'Choisis des images'),
      drop: y('Vous pouvez aussi les déposer ou les coller ici.', 'Tu peux aussi les déposer ou les coller ici.'),
      noScript: y(
        'Ce navigateur n’exécute pas de scripts ; il ne peut pas faire d’empreintes. Continuez avec des liens, ou ouvrez-nous dans un autre navigateur.',
        'Ce navigateur n’exécute pas de scripts ; il ne peut pas faire d’empreintes. Continue avec des liens, ou ouvre-nous dans un autre navigateur.',
      ),
      blurred: 'Elles sont floues, et visibles ici seulement.',
      progress: (done, all) => `${done} sur ${all} prêtes`,
      reading: 'Son empreinte se fait',
      waiting: 'En attente',
      ready: 'Prête',
      same: y('Vous avez déjà choisi cette image.', 'Tu as déjà choisi cette image.'),
      plain:
        'Prête. Elle montre trop peu pour reconnaître une copie modifiée. Nous pouvons retrouver seulement le même fichier.',
      unreadable: y(
        'Ce fichier n’est pas une image que ce navigateur sait lire. Choisissez une photo.',
        'Ce fichier n’est pas une image que ce navigateur sait lire. Choisis une photo.',
      ),
      heic: y(
        'Cette photo est au format HEIC d’Apple, que ce navigateur ne lit pas. Enregistrez-la en JPEG, ou utilisez Safari.',
        'Cette photo est au format HEIC d’Apple, que ce navigateur ne lit pas. Enregistre-la en JPEG, ou utilise Safari.',
      ),
      tooLarge: y(
        'Cette image est trop grande pour ce navigateur. Choisissez une copie plus petite, ou un autre navigateur.',
        'Cette image est trop grande pour ce navigateur. Choisis une copie plus petite, ou un autre navigateur.',
      ),
      tiny: y(
        'Ce fichier est trop petit pour être reconnu. Choisissez la photo elle-même.',
        'Ce fichier est trop petit pour être reconnu. Choisis la photo elle-même.',
      ),
      many: 'Nous pouvons surveiller 500 images à la fois, pas plus.',
      noise: y(
        'Ce navigateur change les images avant que nous puissions les lire. Les empreintes seraient fausses. Utilisez un autre navigateur ici.',
        'Ce navigateur change les images avant que nous puissions les lire. Les empreintes seraient fausses. Utilise un autre navigateur ici.',
      ),
      old: y(
        'Ce navigateur est trop ancien pour faire des empreintes. Utilisez un autre navigateur, ou continuez avec des liens.',
        'Ce navigateur est trop ancien pour faire des empreintes. Utilise un autre navigateur, ou continue avec des liens.',
      ),
      remove: 'Enlever',
      sees: y('Voir exactement ce qui quitte votre appareil', 'Voir exactement ce qui quitte ton appareil'),
      seesIntro: y('Ces lignes, et rien d’autre de vos images :', 'Ces lignes, et rien d’autre de tes images :'),
      seesNothing: 'Encore rien.',
      check: y(
        'Pour le vérifier : passez en mode avion, puis choisissez vos images. Elles deviennent prêtes quand même, car rien n’est envoyé.',
        'Pour le vérifier : passe en mode avion, puis choisis tes images. Elles deviennent prêtes quand même, car rien n’est envoyé.',
      ),
      keep: 'De ces lignes, on pourrait tirer une ressemblance très floue. Nous les traitons comme un secret.',
      skip: 'Continuer sans images',
      missing: y(
        'Choisissez une image, ou donnez un lien à la question suivante.',
        'Choisis une image, ou donne un lien à la question suivante.',
      ),
      broken: y(
        'Ces empreintes sont illisibles. Choisissez de nouveau les images.',
        'Ces empreintes sont illisibles. Choisis de nouveau les images.',
      ),
    },
    links: {
      title: y('Connaissez-vous des liens vers elle ?', 'Connais-tu des liens vers elle ?'),
      addTitle: 'Ajouter des liens',
      hint: y(
        'Collez un lien, ou tout un message. Nous y trouvons les liens. Nous ne les ouvrons pas.',
        'Colle un lien, ou tout un message. Nous y trouvons les liens. Nous ne les ouvrons pas.',
      ),
      label: 'Liens, s’il y en a',
      known: 'Nous connaissons ces lieux :',
      none: y(
        'Nous ne trouvons pas de lien dans ce texte. Collez l’adresse entière, par exemple avec le bouton de partage.',
        'Nous ne trouvons pas de lien dans ce texte. Colle l’adresse entière, par exemple avec le bouton de partage.',
      ),
      noneShort: y('Vous pouvez laisser ceci vide.', 'Tu peux laisser ceci vide.'),
      missing: y(
        'Il nous faut une image ou un lien à surveiller. Donnez l’un des deux.',
        'Il nous faut une image ou un lien à surveiller. Donne l’un des deux.',
      ),
      count: (n) => (n === 1 ? '1 lien reconnu' : `${n} liens reconnus`),
      look: y('Montrez ce que vous reconnaissez', 'Montre-moi ce qui est reconnu'),
      website: 'Site web',
    },
    reach: {
      save: 'Enregistrer cela',
      title: y('Comment pouvons-nous vous joindre ?', 'Comment pouvons-nous te joindre ?'),
      nothing: 'Pas du tout',
      nothingHint: y('Vous vous connectez quand vous voulez.', 'Tu te connectes quand tu veux.'),
      mail: 'Par e-mail',
      mailHint: 'L’e-mail dit seulement qu’il y a du nouveau.',
      address: y('Votre adresse e-mail', 'Ton adresse e-mail'),
      addressHint: y(
        'Choisissez une adresse que personne d’autre ne lit.',
        'Choisis une adresse que personne d’autre ne lit.',
      ),
      addressMissing: y(
        'Écrivez une adresse comme nom@exemple.fr, ou choisissez « Pas du tout ».',
        'Écris une adresse comme nom@exemple.fr, ou choisis « Pas du tout ».',
      ),
      noServer: y(
        'L’e-mail n’est pas encore installé sur ce service. Vos e-mails attendraient.',
        'L’e-mail n’est pas encore installé sur ce service. Tes e-mails attendraient.',
      ),
      preview: 'Voici l’e-mail exact. Il est toujours le même :',
      from: 'De',
      subject: 'Objet',
      missing: y('Choisissez une des deux réponses.', 'Choisis une des deux réponses.'),
    },
    ready: {
      title: 'Est-ce bien cela ?',
      pictures: (n) => (n === 1 ? '1 image, sous forme d’empreinte' : `${n} images, sous forme d’empreintes`),
      links: (n) => (n === 1 ? '1 lien' : `${n} liens`),
      noMail: y('Pas d’e-mail ; vous venez voir', 'Pas d’e-mail ; tu viens voir'),
      mail: (address) => `Un e-mail à ${address}`,
      watch: 'Nous surveillons',
      reach: y('Pour vous joindre', 'Pour te joindre'),
      country: 'Pays',
      statement:
        'Les images me montrent, ou montrent une personne pour qui je peux agir. Elles ne devaient pas circuler.',
      statementWhy: 'Ce service est seulement pour la personne sur les images. Il ne sert pas à surveiller quelqu’un.',
      statementMissing: y(
        'Confirmez que les images vous montrent, ou montrent une personne pour qui vous pouvez agir.',
        'Confirme que les images te montrent, ou montrent une personne pour qui tu peux agir.',
      ),
      go: 'Commencer la surveillance',
      after: y(
        'Ensuite, vous recevez un numéro de dossier et des mots secrets. Vous pouvez tout effacer à tout moment.',
        'Ensuite, tu reçois un numéro de dossier et des mots secrets. Tu peux tout effacer à tout moment.',
      ),
      refused: y(
        'Nous n’avons pas pu accepter cela. Revenez en arrière et regardez les images et les liens.',
        'Nous n’avons pas pu accepter cela. Reviens en arrière et regarde les images et les liens.',
      ),
      busy: y(
        'Nous ne pouvons pas le faire maintenant. Rien n’est perdu. Attendez une minute et appuyez de nouveau.',
        'Nous ne pouvons pas le faire maintenant. Rien n’est perdu. Attends une minute et appuie de nouveau.',
      ),
    },
    words: {
      title: y('Votre numéro de dossier et vos mots secrets', 'Ton numéro de dossier et tes mots secrets'),
      intro: y(
        'Il faut les deux pour revenir. Nous les montrons une seule fois et ne pouvons pas vous les renvoyer.',
        'Il faut les deux pour revenir. Nous les montrons une seule fois et ne pouvons pas te les renvoyer.',
      ),
      number: 'Numéro de dossier',
      words: 'Mots secrets',
      print: 'Imprimer',
      copy: 'Copier',
      save: 'Enregistrer un fichier',
      byHand: y(
        'Ou écrivez-les sur papier. Gardez-le là où d’autres ne regardent pas.',
        'Ou écris-les sur papier. Garde-le là où d’autres ne regardent pas.',
      ),
      fileName: 'notes.txt',
      fileText: (number, words) => `${number}\n${words}\n`,
      others: 'D’autres lisent ce téléphone ?',
      othersText: [
        y(
          'N’y gardez pas les mots. Écrivez-les, ou confiez-les à quelqu’un de confiance.',
          'N’y garde pas les mots. Écris-les, ou confie-les à quelqu’un de confiance.',
        ),
        y(
          'Une fois les mots mis ailleurs, supprimez le fichier et videz le presse-papiers.',
          'Une fois les mots mis ailleurs, supprime le fichier et vide le presse-papiers.',
        ),
        y('Refusez si le navigateur propose de les retenir.', 'Refuse si le navigateur propose de les retenir.'),
      ],
      go: 'Je les ai gardés',
    },
    check: {
      title: 'Un mot, pour vérifier',
      label: (place) =>
        y(
          `Quel est le mot numéro ${place} de vos mots secrets ?`,
          `Quel est le mot numéro ${place} de tes mots secrets ?`,
        ),
      hint: 'Majuscules et accents ne comptent pas.',
      wrong: y(
        'Ce n’est pas ce mot. Regardez encore une fois ; rien ne presse.',
        'Ce n’est pas ce mot. Regarde encore une fois ; rien ne presse.',
      ),
      again: 'Revoir les mots',
      go: 'Ouvrir mon dossier',
      skip: 'Continuer sans cela',
    },
  },
})
