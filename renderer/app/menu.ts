import { exhaustive } from '#shared/base/exhaustive'
import type { Desk } from '../state/desk'

/** Does what is chosen in the native menu until the returned function is called. */
export function listenToMenu(desk: Desk): () => void {
  return desk.bridge.onMenu((command) => {
    switch (command) {
      case 'new-with-brief':
        return void desk.newWorkshop('brief')
      case 'new-with-kinds':
        return void desk.newWorkshop('kinds')
      case 'open':
        return void desk.openFile()
      case 'open-sample':
        return void desk.openSample()
      case 'save':
        return void desk.save()
      case 'save-as':
        return void desk.saveAs()
      case 'export':
        return desk.showDialog('export')
      case 'import-underlay':
        return void desk.addUnderlay()
      case 'import-designs':
        return void desk.addDesigns()
      case 'save-and-close':
        return void desk.save().then((isSaved) => (isSaved ? desk.bridge.closeNow({}) : undefined))
      case 'undo':
        return desk.undo()
      case 'redo':
        return desk.redo()
      case 'view-plan':
        return desk.show('plan')
      case 'view-3d':
        return desk.show('scene')
      case 'fit-view':
        return desk.fit()
      case 'show-shortcuts':
        return desk.showDialog('shortcuts')
      case 'close-file':
        return desk.closeFile()
      default:
        return exhaustive(command)
    }
  })
}
