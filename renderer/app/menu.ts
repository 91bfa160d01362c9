import { exhaustive } from '#shared/base/exhaustive'
import { message } from '#shared/base/message'
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
      case 'earlier-versions':
        return void desk.showVersions()
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
      case 'show-about':
        return desk.showDialog('about')
      case 'copy-support':
        return void copySupport(desk)
      case 'open-waiting':
        return void desk.openAtStart()
      case 'close-file':
        return desk.closeFile()
      default:
        return exhaustive(command)
    }
  })
}

/** For whoever helps: main puts it on the clipboard, and it holds no names. */
export async function copySupport(desk: Desk): Promise<void> {
  await desk.bridge.copySupport({})
  desk.notify(message('support.copied'))
}
