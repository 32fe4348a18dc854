/** What every page gains from a script: a quicker way out, a warning before the session ends, copying, looking again. */
import { mountCopy } from './copy.ts'
import { mountIdle } from './idle.ts'
import { mountLeave } from './leave.ts'
import { mountLookAgain } from './look-again.ts'
import { mountSign } from './sign.ts'

mountLeave()
mountIdle()
mountCopy()
mountLookAgain()
mountSign()
