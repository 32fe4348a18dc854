/** Where "Leave this page" leads: an ordinary site that anybody may have open, the weather where we know it. */

const weather: Record<string, string> = {
  BE: 'https://www.meteo.be/',
  DE: 'https://www.dwd.de/',
  FR: 'https://meteofrance.com/',
  GB: 'https://www.metoffice.gov.uk/',
  IE: 'https://www.met.ie/',
  LU: 'https://www.meteolux.lu/',
  NL: 'https://www.knmi.nl/',
  NZ: 'https://www.metservice.com/',
  US: 'https://www.weather.gov/',
}

export function leaveUrl(country: string): string {
  return weather[country] ?? 'https://www.wikipedia.org/'
}
