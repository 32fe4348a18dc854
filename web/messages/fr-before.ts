import type { Messages } from './en.ts'
import type { Choose } from './fr.ts'

/** French, up to the secret words: everything that is read before there is a file. */
export const before = (y: Choose): Pick<Messages, 'frame' | 'help' | 'start' | 'leave' | 'enrol'> => ({
  frame: {
    skip: 'Aller au contenu',
    leave: 'Quitter cette page',
    leaveLeft: (presses) =>
      y(`Appuyez encore ${presses} fois sur Maj pour quitter.`, `Appuie encore ${presses} fois sur Maj pour quitter.`),
    leaveHow: 'Appuyer 3 fois sur Maj fait de même.',
    language: 'Langue',
    home: 'Accueil',
    signOut: 'Se déconnecter',
    aboutLeaving: 'Ce que fait « Quitter cette page »',
    idleWarning: 'La session se ferme dans 2 minutes.',
    idleStay: 'Garder la session ouverte',
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
      'Vous pouvez leur parler avant de décider quoi que ce soit. Pas besoin de dire votre nom.',
      'Tu peux leur parler avant de décider quoi que ce soit. Pas besoin de dire ton nom.',
    ),
    traces: 'Un appel reste dans la liste des appels de ce téléphone. Un site reste dans l’historique.',
    country: 'Pays',
    show: 'Afficher',
    anywhere: 'Tous les pays',
    adults: y('Si vous avez 18 ans ou plus sur l’image', 'Si tu as 18 ans ou plus sur l’image'),
    minors: y('Si vous avez moins de 18 ans sur l’image', 'Si tu as moins de 18 ans sur l’image'),
    minorsIntro: y(
      'Ces personnes aident des jeunes chaque jour. La personne responsable est celle qui a transmis l’image, pas vous.',
      'Ces personnes aident des jeunes chaque jour. La personne responsable est celle qui a transmis l’image, pas toi.',
    ),
    call: (number) => `Appeler le ${number}`,
    site: 'Site web',
    none: 'Nous ne connaissons encore personne pour ce pays. Les services ci-dessous aident dans tous les pays.',
    danger: y(
      'En danger maintenant ? Appelez le 112 en Europe, le 999 au Royaume-Uni, le 911 aux États-Unis.',
      'En danger maintenant ? Appelle le 112 en Europe, le 999 au Royaume-Uni, le 911 aux États-Unis.',
    ),
  },

  start: {
    heading: y('Savoir quand une image de vous apparaît', 'Savoir quand une image de toi apparaît'),
    what: y(
      'Nous écoutons les signalements publics d’images. Si la vôtre y figure, nous vous le disons et préparons la demande de retrait.',
      'Nous écoutons les signalements publics d’images. Si la tienne y figure, nous te le disons et préparons la demande de retrait.',
    ),
    device: y(
      'Vos images restent sur cet appareil. Nous recevons seulement des empreintes : des lignes de lettres et de chiffres.',
      'Tes images restent sur cet appareil. Nous recevons seulement des empreintes : des lignes de lettres et de chiffres.',
    ),
    watch: 'Surveiller mes images',
    link: 'J’ai un lien vers une image de moi',
    again: 'J’ai déjà un dossier',
    reads: 'Quelqu’un d’autre utilise ce téléphone ?',
    readsLink: y('Lisez d’abord ceci', 'Lis d’abord ceci'),
    limits: 'Ce que nous ne pouvons pas faire',
    limitsText: [
      'Nous entendons seulement ce que des lieux publics publient. Les conversations privées ne publient rien.',
      y(
        'Nous ne pouvons pas retirer une image. Nous écrivons la demande ; vous décidez de l’envoyer ou non.',
        'Nous ne pouvons pas retirer une image. Nous écrivons la demande ; tu décides de l’envoyer ou non.',
      ),
      'Une image modifiée peut nous échapper. Le silence ne veut pas toujours dire qu’il n’y a rien.',
    ],
  },

  leave: {
    title: 'Ce que fait « Quitter cette page »',
    intro: 'Le bouton « Quitter cette page » est en haut de chaque page.',
    doesHeading: 'Ce qu’il fait, tout de suite',
    does: [
      'Il couvre la page.',
      'Il ferme la session.',
      'Il ouvre un site ordinaire à la place.',
      y(
        'Le bouton « Retour » du navigateur montre alors notre première page, jamais votre dossier.',
        'Le bouton « Retour » du navigateur montre alors notre première page, jamais ton dossier.',
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
        'Ce téléphone est peut-être espionné ? Parlez d’abord à une ligne d’aide, depuis un autre téléphone.',
        'Ce téléphone est peut-être espionné ? Parle d’abord à une ligne d’aide, depuis un autre téléphone.',
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
        'Cela prend environ 3 minutes. Vous pouvez arrêter à chaque question ; rien n’est gardé avant la fin.',
        'Cela prend environ 3 minutes. Tu peux arrêter à chaque question ; rien n’est gardé avant la fin.',
      ),
      points: [
        y(
          'Ici, nous ne demandons jamais votre nom, ni pourquoi une image existe.',
          'Ici, nous ne demandons jamais ton nom, ni pourquoi une image existe.',
        ),
        'Les images restent sur cet appareil. Seules des lignes de lettres et de chiffres en sortent.',
        y(
          'Quelqu’un arrive ? Appuyez sur « Quitter cette page », en haut.',
          'Quelqu’un arrive ? Appuie sur « Quitter cette page », en haut.',
        ),
      ],
      leave: 'Ce que fait ce bouton, et ce qu’il ne fait pas',
      go: 'Commencer',
    },
    step: (at, of) => `Question ${at} sur ${of}`,
    age: {
      title: y('Quel âge avez-vous sur l’image ?', 'Quel âge as-tu sur l’image ?'),
      hint: y(
        'Pas aujourd’hui : quand l’image a été faite. S’il y a plusieurs images, choisissez l’âge le plus bas.',
        'Pas aujourd’hui : quand l’image a été faite. S’il y a plusieurs images, choisis l’âge le plus bas.',
      ),
      adult: '18 ans ou plus',
      teen: '16 ou 17 ans',
      child: 'Moins de 16 ans',
      unsure: y('Un doute ? Choisissez « 16 ou 17 ans ».', 'Un doute ? Choisis « 16 ou 17 ans ».'),
      missing: y('Choisissez un des trois âges.', 'Choisis un des trois âges.'),
    },
    minor: {
      title: 'D’abord : des personnes qui peuvent t’aider maintenant',
      text: 'Tu n’as rien fait de mal. La personne responsable est celle qui a transmis l’image.',
      noName: 'Tu peux appeler ou écrire sans dire ton nom, et sans en parler à tes parents.',
      on: 'Si tu veux, nous pouvons aussi surveiller l’image.',
      go: 'Continuer vers la question suivante',
    },
    country: {
      title: y('Dans quel pays vivez-vous ?', 'Dans quel pays vis-tu ?'),
      hint: y(
        'L’aide et les lois que nous vous montrons dépendent du pays.',
        'L’aide et les lois que nous te montrons dépendent du pays.',
      ),
      guess: y(
        'Nous l’avons deviné d’après la langue du navigateur. Changez-le si ce n’est pas le bon.',
        'Nous l’avons deviné d’après la langue du navigateur. Change-le si ce n’est pas le bon.',
      ),
      label: 'Pays',
      choose: 'Choisir un pays',
      near: 'Souvent choisis',
      all: 'Tous les pays',
      missing: y('Choisissez un pays dans la liste.', 'Choisis un pays dans la liste.'),
    },
    pictures: {
      title: 'Quelles images devons-nous surveiller ?',
      addTitle: 'Ajouter des images',
      hint: 'Cet appareil fait des empreintes de chaque image ou vidéo. L’image elle-même n’est jamais envoyée.',
      choose: 'Choisir des images ou des vidéos',
      drop: y('Vous pouvez aussi les déposer ou les coller ici.', 'Tu peux aussi les déposer ou les coller ici.'),
      noScript: y(
        'Ce navigateur n’exécute pas de scripts ; il ne peut pas faire d’empreintes. Continuez avec des liens, ou ouvrez-nous dans un autre navigateur.',
        'Ce navigateur n’exécute pas de scripts ; il ne peut pas faire d’empreintes. Continue avec des liens, ou ouvre-nous dans un autre navigateur.',
      ),
      blurred: 'Elles sont floues, et visibles ici seulement.',
      progress: (done, all) => `Images prêtes : ${done} sur ${all}`,
      reading: 'Son empreinte est en cours',
      waiting: 'En attente',
      ready: 'Prête',
      same: y('Vous avez déjà choisi cette image.', 'Tu as déjà choisi cette image.'),
      plain:
        'Prête. Elle a trop peu de détails pour reconnaître une copie modifiée. Nous pouvons retrouver seulement le fichier exact.',
      readingClip: 'Ses empreintes sont en cours',
      reduced:
        'Prête. Elle est trop grande pour cet appareil ; nous avons pris une forme plus petite. Une copie modifiée peut nous échapper.',
      weakQuality: y(
        'Prête. Il y a peu à voir. Nous vous signalons seulement les copies presque identiques.',
        'Prête. Il y a peu à voir. Nous te signalons seulement les copies presque identiques.',
      ),
      weakOneAxis: y(
        'Prête. Elle est pareille partout dans une direction. Nous vous signalons seulement les copies presque identiques.',
        'Prête. Elle est pareille partout dans une direction. Nous te signalons seulement les copies presque identiques.',
      ),
      weakCommon: y(
        'Prête. Beaucoup d’images lui ressemblent. Nous vous signalons seulement les copies presque identiques.',
        'Prête. Beaucoup d’images lui ressemblent. Nous te signalons seulement les copies presque identiques.',
      ),
      plainClip:
        'Prête. Il y a trop peu à voir pour reconnaître une copie modifiée. Nous pouvons retrouver seulement le fichier exact.',
      clip: y(
        'Ce navigateur ne peut pas lire cette vidéo. Enregistrez-la en MP4, ou utilisez un autre navigateur.',
        'Ce navigateur ne peut pas lire cette vidéo. Enregistre-la en MP4, ou utilise un autre navigateur.',
      ),
      stop: 'Arrêter',
      stopped: 'Arrêté. Nous n’en gardons rien.',
      full: y(
        'Pas encore prise. Ajoutez-la ensuite dans votre dossier.',
        'Pas encore prise. Ajoute-la ensuite dans ton dossier.',
      ),
      unreadable: y(
        'Ce fichier n’est ni une image ni une vidéo que ce navigateur sait lire. Choisissez une photo.',
        'Ce fichier n’est ni une image ni une vidéo que ce navigateur sait lire. Choisis une photo.',
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
      many: (fit, left) =>
        y(
          `Il y a place pour ${fit} à la fois ; il en reste ${left}. Continuez, puis ajoutez les autres dans votre dossier.`,
          `Il y a place pour ${fit} à la fois ; il en reste ${left}. Continue, puis ajoute les autres dans ton dossier.`,
        ),
      noise: y(
        'Ce navigateur change les images avant que nous puissions les lire. Les empreintes seraient fausses. Utilisez un autre navigateur pour cette étape.',
        'Ce navigateur change les images avant que nous puissions les lire. Les empreintes seraient fausses. Utilise un autre navigateur pour cette étape.',
      ),
      old: y(
        'Ce navigateur est trop ancien pour faire des empreintes. Utilisez un autre navigateur, ou continuez avec des liens.',
        'Ce navigateur est trop ancien pour faire des empreintes. Utilise un autre navigateur, ou continue avec des liens.',
      ),
      remove: 'Enlever',
      views: 'Quelles copies modifiées devons-nous trouver ?',
      balanced: 'Les changements courants',
      balancedHint:
        'Cela retrouve les copies en miroir, couchées sur le côté, ou coupées à un format courant. Si quelqu’un volait les empreintes, il pourrait en faire une image floue. Environ 400 images à la fois.',
      wide: 'Plus de changements',
      wideHint:
        'Cela retrouve aussi les copies coupées davantage, même d’un seul côté. L’image floue montrerait un peu plus. Environ 100 images à la fois.',
      freely: y(
        'Quelqu’un peut découper une tout autre partie de l’image. Une telle copie n’est pas retrouvée ainsi. Si vous en voyez une, ajoutez-la ici aussi.',
        'Quelqu’un peut découper une tout autre partie de l’image. Une telle copie n’est pas retrouvée ainsi. Si tu en vois une, ajoute-la ici aussi.',
      ),
      sees: y('Voir exactement ce qui quitte votre appareil', 'Voir exactement ce qui quitte ton appareil'),
      seesIntro: y('Ces lignes, et rien d’autre sur vos images :', 'Ces lignes, et rien d’autre sur tes images :'),
      seesNothing: 'Encore rien.',
      seesAll: 'Tout, exactement comme c’est envoyé',
      pictureLine: (n, count) => `Image ${n} : ses ${count} lignes`,
      clipLine: (n, count) => `Vidéo ${n} : ses ${count} lignes`,
      check: y(
        'Pour le vérifier : passez en mode avion, puis choisissez vos images. Elles sont prêtes quand même, car rien n’est envoyé.',
        'Pour le vérifier : passe en mode avion, puis choisis tes images. Elles sont prêtes quand même, car rien n’est envoyé.',
      ),
      keep: 'À partir de ces lignes, quelqu’un pourrait refaire une copie floue, où un visage se reconnaît peut-être. Nous les gardons sous clé.',
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
      title: y('Avez-vous des liens vers les images ?', 'As-tu des liens vers les images ?'),
      addTitle: 'Ajouter des liens',
      hint: y(
        'Collez un lien, ou tout un message. Nous y trouvons les liens. Nous ne les ouvrons pas.',
        'Colle un lien, ou tout un message. Nous y trouvons les liens. Nous ne les ouvrons pas.',
      ),
      label: 'Liens, s’il y en a',
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
      look: 'Montrer les liens reconnus',
    },
    name: {
      offer: 'Chercher aussi les dossiers qui portent un nom',
      label: 'Prénom et nom',
      hint: 'Les images volées sont souvent classées sous un nom. Nous ne le gardons que comme un code illisible.',
      wrong: y(
        'Écrivez le prénom et le nom. Un seul mot est le nom de trop de personnes.',
        'Écris le prénom et le nom. Un seul mot est le nom de trop de personnes.',
      ),
    },
    reach: {
      save: 'Enregistrer',
      title: y('Comment pouvons-nous vous joindre ?', 'Comment pouvons-nous te joindre ?'),
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
        'Écrivez une adresse comme nom@example.org, ou choisissez « Pas du tout ».',
        'Écris une adresse comme nom@example.org, ou choisis « Pas du tout ».',
      ),
      noServer: y(
        'Ce service ne peut pas encore envoyer d’e-mails. D’ici là, connectez-vous pour voir.',
        'Ce service ne peut pas encore envoyer d’e-mails. D’ici là, connecte-toi pour voir.',
      ),
      preview: 'Voici l’e-mail exact. Il est toujours le même :',
      from: 'De',
      subject: 'Objet',
      missing: y('Choisissez une des deux réponses.', 'Choisis une des deux réponses.'),
    },
    ready: {
      title: 'Est-ce bien cela ?',
      pictures: (n) => (n === 1 ? '1 image, sous forme d’empreinte' : `${n} images, sous forme d’empreintes`),
      clips: (n) => (n === 1 ? '1 vidéo, sous forme d’empreintes' : `${n} vidéos, sous forme d’empreintes`),
      links: (n) => (n === 1 ? '1 lien' : `${n} liens`),
      name: 'les dossiers qui portent un nom',
      noMail: y('Pas du tout ; vous vous connectez pour voir', 'Pas du tout ; tu te connectes pour voir'),
      mail: (address) => `Par e-mail à ${address}`,
      watch: 'Nous surveillons',
      reach: y('Pour vous joindre', 'Pour te joindre'),
      country: 'Pays',
      statement:
        'Les images me montrent, ou montrent une personne pour qui je peux agir. Elles ne devaient pas circuler.',
      statementWhy:
        'Ce service est seulement pour la personne sur les images. Il ne sert pas à surveiller quelqu’un d’autre.',
      statementMissing: y(
        'Confirmez que les images vous montrent, ou montrent une personne pour qui vous pouvez agir.',
        'Confirme que les images te montrent, ou montrent une personne pour qui tu peux agir.',
      ),
      go: 'Oui, commencer',
      after: y(
        'Ensuite, vous recevez un numéro de dossier et des mots secrets. Vous pouvez tout effacer à tout moment.',
        'Ensuite, tu reçois un numéro de dossier et des mots secrets. Tu peux tout effacer à tout moment.',
      ),
      refused: y(
        'Nous n’avons pas pu accepter cela. Revenez en arrière et choisissez de nouveau les images et les liens.',
        'Nous n’avons pas pu accepter cela. Reviens en arrière et choisis de nouveau les images et les liens.',
      ),
      busy: y(
        'Nous ne pouvons pas le faire maintenant. Rien n’est perdu. Attendez une minute et appuyez de nouveau sur le bouton.',
        'Nous ne pouvons pas le faire maintenant. Rien n’est perdu. Attends une minute et appuie de nouveau sur le bouton.',
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
        'Ou écrivez-les sur papier. Gardez ce papier là où d’autres ne regardent pas.',
        'Ou écris-les sur papier. Garde ce papier là où d’autres ne regardent pas.',
      ),
      fileName: 'notes.txt',
      fileText: (number, words) => `${number}\n${words}\n`,
      others: 'D’autres regardent dans ce téléphone ?',
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
          `Quel est le mot numéro ${place} de vos mots secrets ?`,
          `Quel est le mot numéro ${place} de tes mots secrets ?`,
        ),
      hint: 'Majuscules et accents ne comptent pas.',
      wrong: y(
        'Ce n’est pas le bon mot. Vérifiez encore une fois ; rien ne presse.',
        'Ce n’est pas le bon mot. Vérifie encore une fois ; rien ne presse.',
      ),
      again: 'Revoir les mots',
      go: 'Ouvrir mon dossier',
      skip: 'Continuer sans cela',
    },
  },
})
