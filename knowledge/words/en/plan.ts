/** Why each of the others in the plan comes where it comes: one sentence each, for her. `{…}` is filled in. */
export const plan = {
  when: {
    first: 'First',
    now: 'Now',
    'if-silent': 'If they do not answer, or refuse',
    'after-removal': 'When it is gone',
  },

  why: {
    talk: 'A person to talk to comes first, and you decide what happens next.',
    hotline: 'They ask the site for you, and they need no name.',
    police: 'The police can make a site act, and you may bring somebody you trust.',
    takeItDown: 'It blocks the same picture on many sites at once, and the picture stays on your device.',
    stopncii: '{place} takes part: it blocks the same picture there, and the picture stays on your device.',
    childSafety: 'The site must look at it, and no name is needed.',
    flagger: 'Sites must deal with its notices first, and it can write one for you.',
    search: 'People find the page through {name}, and asking costs nothing.',
    host: 'The page stands on their machines, and they can block it when the site stays silent.',
    network: 'They stand before the site and pass the report on to whoever hosts it.',
    registrar: 'They can act only where their own terms or a court say so, so they come late.',
    archive: 'This is a copy, and it stays when the page itself is gone.',
    archiveLater: 'A copy may stay in the archive when the page itself is gone.',
    outdated: 'The search may still show what is gone, and this clears it.',
    court: 'A judge can order everybody to remove it within hours, so the file is made ready for your lawyer.',
    prosecutor: 'Through the police the prosecutor can have it made inaccessible.',
    authority: 'This authority can order the site to act.',
  },

  title: {
    help: 'Talk and help',
    hotline: 'Report without a name',
    police: 'Police',
    hashes: 'Block by fingerprint',
    flagger: 'Let an organisation write',
    search: 'Ask the search engine',
    outdated: 'Clear the search results',
    archive: 'Ask the archive',
  },

  /** Who, where no name is known yet. */
  name: {
    host: 'The company that hosts {host}',
    registrar: 'The registrar of {domain}',
    court: 'The president of the court of first instance, through a lawyer',
    police: 'The public prosecutor, through any police zone',
    localPolice: 'The local police',
    authority: 'The authority of the country',
  },

  exposes: {
    nothing: 'They learn the address, and nothing about you.',
    police: 'You tell only what you want to tell.',
    hashes: 'They get the fingerprint of the picture, and never the picture.',
  },
}
