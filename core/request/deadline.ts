/**
 * How a legal period is counted. Calendars are Temporal, so this stays on the server; holidays are passed in, since which
 * days they are is a fact of the world (knowledge/holidays.ts).
 */

export type Period =
  /** Plain elapsed hours, counted in UTC: a change of the clocks adds and takes nothing. */
  | { unit: 'hours'; count: number }
  /** Calendar months by Regulation (EEC, Euratom) 1182/71, Article 3. */
  | { unit: 'months'; count: number }
  /** Working days after the day of the event, of the state that must act. `least` and `most` as 17 U.S.C. 512(g)(2)(C). */
  | { unit: 'business-days'; least: number; most: number }
