/** What choosing pictures and answering the questions gain from a script. */
import { mountKeep } from './keep.ts'
import { mountPictures } from './pictures.ts'
import { mountSteps } from './steps.ts'

const mount = () => {
  mountPictures()
  mountKeep()
}
mount()
mountSteps(mount)
