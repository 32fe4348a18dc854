/**
 * Whether a picture resembles many: judged on the device, so that no server has to be asked (one that answered would tell
 * whoever asks what others have enrolled).
 *
 * The list is small and made by our own code (`bench/robustness/commonplace.ts`): kinds of pictures of which
 * thousands of unrelated files exist and that PDQ sees alike each time. Gradients, vignettes and plain horizons are not
 * in it: their quality is low, their hash noise, and they are weak for that. Documents and QR codes are not in it either:
 * PDQ tells one from another.
 */

import { fromHex } from './bases.ts'
import { distance, FORM_NAMES, type FormName } from './pdq.ts'

/**
 * Nearer than this to something commonplace, a hash says little about one picture. Others of the same kinds lay mostly at
 * 4 to 50; of 600 drawn ordinary pictures, in eight forms, the nearest lay at 74, and of 4,400 views of ordinary ones at 68.
 */
const COMMON_DISTANCE = 48

/** Whether a hash, in any of its eight forms, lies near one of the commonplace pictures. */
export function isCommonplace(forms: Record<FormName, Uint8Array>): boolean {
  return Object.values(COMMONPLACE).some((hashes) =>
    hashes.some((text) => {
      const hash = fromHex(text)
      return FORM_NAMES.some((name) => distance(hash, forms[name]) <= COMMON_DISTANCE)
    }),
  )
}

export const COMMONPLACE: Record<string, readonly string[]> = {
  'sun over the horizon': [
    '599966676666e6669999999e66196619986698669966659961999e669e666999',
    '7d99e666666699999999699966596619986698666199659965999e669e666199',
    '4ce673197319cce68ce6732673268d198c1974e670e6cb198b197ce674e6c319',
    'b3198ce68ce67319731973198cd98c9972e672e68b198f198b1974e674e68b19',
  ],
  avatar: [
    '186379e6e7986999e9a69659fe79a1e61a267868a586679ea1691e09a85857a5',
    '598869a6a6996619e9a6966e9e79a1a658a67869a796679ea1691e61a87857a5',
    '9a67f96665995998e9e686996659a1e61a66f8692586799ea1699619a25857a5',
  ],
  'round avatar': [
    '789859997879e669a079596581661e6955e9e5875ea1a661aa0779e651571e1e',
    '57991a995a58e659ee595869a9661a7901e965875fa9a661fa8579e60157161e',
  ],
  chat: [
    'cb99aee3e67698a3d11c72a35554aaa3aaab8c466663675c1999731c3446d55c',
    'cce76223cd9c66239c4639995554aaab8aabe666639999dc34679ddc731cc444',
    'cccd32639ce62233dddc63997554aaab88ab1c662623d5dc6319dd9c33761446',
    '8ce7aaa39df6aab3dd54633955dcaa238aa31dc6620975cc2219711c731c9dcc',
  ],
  'error page': [
    '766c7999649bc66693641999ccd2996c731966999c6699668c66669971999b66',
    '679c319998c6e666667199c999866939667966cc896699679866659967999a66',
    '69cc699932cbb666c631199919cec93d663926cc9966d9669a6626996599da66',
  ],
  'play button': ['33998c668e66799379b2a6c9a6999a66de666199399bc668c669998639a66658'],
  collage: ['33333333cccccccc33333333cccccccc33333333cccccccc33333333cccccccc'],
  checkerboard: [
    '179988f553afa2f7188f2ad5b2eca8fdd52255281e1cf5020575550243fdf722',
    '0add60d522d500d542d500d502d500d5ff2aff2a00ddff2a02d5ff2ae2dfff2a',
    '6f0d00df252702d7428e8afd193980f5fd28d72a67257f0ad5cd5722f3355702',
    '468a88f7ee0988ffcd83a8d79c6900f7d722df0059777d0a6b4c7f28024adf28',
  ],
}
