import { readdir } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { bytesOf, checkoutPath } from './open-app'

// What a hostile page could try, tried on the running app. Each of these writes to the console that it was refused: expected here.
test.use({ mayComplain: true, isFresh: true })

test('every window is sandboxed and isolated', async ({ app }) => {
  // `getLastWebPreferences` is in no declaration, but it is the only way to ask what a window really runs with.
  const preferences: Electron.WebPreferences[] = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => Reflect.apply(Reflect.get(contents, 'getLastWebPreferences'), contents, [])),
  )
  expect(preferences).toHaveLength(1)
  for (const each of preferences) {
    expect(each).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
    expect(each.webviewTag ?? false).toBe(false)
    expect(each.allowRunningInsecureContent ?? false).toBe(false)
    expect(each.nodeIntegrationInWorker ?? false).toBe(false)
    expect(each.nodeIntegrationInSubFrames ?? false).toBe(false)
    expect(each.experimentalFeatures ?? false).toBe(false)
    expect([each.enableBlinkFeatures ?? '', each.additionalArguments ?? []]).toEqual(['', []])
  }
})

test('nothing is handed to the system to open, no webview is made, and the page is no file', async ({ page }) => {
  const dist = await readdir(checkoutPath('dist'))
  const main = await Promise.all(
    dist.filter((name) => /^main.*\.mjs$/.test(name)).map(async (name) => (await bytesOf(checkoutPath(`dist/${name}`))).toString()),
  )
  expect(main.length).toBeGreaterThan(0)
  expect(main.filter((code) => /openExternal|allowpopups|import \{[^}]*\bshell\b[^}]*\} from ['"]electron/.test(code))).toEqual([])
  expect(new URL(page.url()).protocol).toBe('app:')
  const webview = await page.evaluate(() => {
    const made = document.createElement('webview')
    made.setAttribute('src', 'https://example.org/')
    document.body.append(made)
    return 'getWebContentsId' in made
  })
  expect(webview).toBe(false)
})

test('the Electron for users is one version, pinned', async () => {
  const { devDependencies } = JSON.parse((await bytesOf(checkoutPath('package.json'))).toString())
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
})

test('the page sees nothing of Node or Electron but the bridge', async ({ page }) => {
  const seen = await page.evaluate(() => ({
    node: ['process', 'require', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    bridge: Object.keys(window.wardwright).sort(),
    isIsolated: crossOriginIsolated,
  }))
  expect(seen.node).toEqual([])
  expect(seen.isIsolated).toBe(true)
  const table = [
    'about',
    'addToJournal',
    'beginJournal',
    'chooseImport',
    'choosePlace',
    'closeNow',
    'copySupport',
    'copyText',
    'dropUnsaved',
    'earlierVersions',
    'endJournal',
    'keepPicture',
    'keepVersion',
    'onMenu',
    'openAtStart',
    'openDropped',
    'openFile',
    'openRecent',
    'openSample',
    'pageStart',
    'printExport',
    'readUnsaved',
    'readVersion',
    'recentFiles',
    'save',
    'saveAs',
    'showState',
    'unsavedWork',
    'workerGone',
    'writeExport',
  ]
  expect(seen.bridge).toEqual(table)
})

test('the page comes with a strict policy, its nonce fresh on every load', async ({ page }) => {
  const load = () =>
    page.evaluate(async () => {
      const answer = await fetch('app://wardwright/index.html')
      const header = (name: string) => answer.headers.get(name) ?? ''
      return {
        policy: header('content-security-policy'),
        coop: header('cross-origin-opener-policy'),
        coep: header('cross-origin-embedder-policy'),
        text: await answer.text(),
      }
    })
  const first = await load()
  const second = await load()
  expect(first.policy).toContain("default-src 'none'")
  expect(first.policy).not.toMatch(/unsafe-|https?:|\*/)
  expect([first.coop, first.coep]).toEqual(['same-origin', 'require-corp'])
  const nonceOf = (policy: string) => /'nonce-([\w-]{22})'/.exec(policy)?.[1]
  expect(nonceOf(first.policy)).toBeTruthy()
  expect(nonceOf(first.policy)).not.toBe(nonceOf(second.policy))
  expect(first.text).toContain(`nonce="${nonceOf(first.policy)}"`)
})

test('no code comes from text: eval, Function, inline script, javascript: links and blob workers', async ({ page }) => {
  const ran = await page.evaluate(async () => {
    const attempt = (work: () => unknown) => {
      try {
        return work() !== undefined
      } catch {
        return false
      }
    }
    const inline = document.createElement('script')
    inline.textContent = 'globalThis.inlineRan = true'
    document.body.append(inline)
    const link = document.createElement('a')
    link.href = 'javascript:globalThis.linkRan = true'
    document.body.append(link)
    link.click()
    const handler = document.createElement('div')
    handler.setAttribute('onclick', 'globalThis.handlerRan = true')
    handler.click()
    const blobWorker = await new Promise<boolean>((resolve) => {
      try {
        const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' })))
        worker.onmessage = () => resolve(true)
        worker.onerror = () => resolve(false)
      } catch {
        resolve(false)
      }
    })
    await new Promise((resolve) => setTimeout(resolve, 50))
    return {
      eval: attempt(() => Reflect.get(globalThis, 'eval')('1')),
      function: attempt(() => new Function('return 1')()),
      blobWorker,
      others: ['inlineRan', 'linkRan', 'handlerRan'].filter((name) => name in globalThis),
    }
  })
  expect(ran).toEqual({ eval: false, function: false, blobWorker: false, others: [] })
})

test('no style comes from text either', async ({ page }) => {
  const colours = await page.evaluate(() => {
    const style = document.createElement('style')
    style.textContent = '.styled { color: rgb(1, 2, 3) }'
    document.head.append(style)
    const styled = document.createElement('p')
    styled.className = 'styled'
    const attributed = document.createElement('p')
    attributed.setAttribute('style', 'color: rgb(1, 2, 3)')
    document.body.append(styled, attributed)
    return [getComputedStyle(styled).color, getComputedStyle(attributed).color]
  })
  expect(colours).not.toContain('rgb(1, 2, 3)')
})

test('nothing outside the folder of the page can be fetched', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const ask = (url: string) =>
      fetch(url).then(
        (answer) => answer.status,
        () => 'refused',
      )
    return {
      escaped: await ask('app://wardwright/..%2fmain.mjs'),
      twice: await ask('app://wardwright/assets/..%2f..%2fmain.mjs'),
      backslash: await ask('app://wardwright/..%5cmain.mjs'),
      zero: await ask('app://wardwright/index.html%00.js'),
      dots: await ask('app://wardwright/../main.mjs'),
      unknownType: await ask('app://wardwright/secret.exe'),
      host: await ask('app://elsewhere/index.html'),
      file: await ask('file:///etc/hostname'),
      https: await ask('https://example.org/'),
      post: await fetch('app://wardwright/index.html', { method: 'POST', body: 'x' }).then(
        (answer) => answer.status,
        () => 'refused',
      ),
    }
  })
  expect(answers).toEqual({
    escaped: 403,
    twice: 403,
    backslash: 403,
    zero: 403,
    dots: 403,
    unknownType: 403,
    host: 'refused',
    file: 'refused',
    https: 'refused',
    post: 405,
  })
})

test('nothing reaches the network, even where no policy of a page stands in the way', async ({ app }) => {
  const asked = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]
      ?.webContents.session.fetch('https://example.org/')
      .then(
        () => 'answered',
        (error: Error) => error.message,
      ),
  )
  expect(asked).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('no other window, page or frame opens', async ({ app, page }) => {
  const opened = await page.evaluate(() => window.open('https://example.org/') !== null || window.open('app://wardwright/index.html') !== null)
  expect(opened).toBe(false)
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.org/'
    document.body.append(frame)
    window.location.href = 'https://example.org/'
  })
  await page.waitForTimeout(200)
  expect(page.url()).toBe('app://wardwright/index.html')
  expect(page.frames().filter((frame) => frame.url().startsWith('https:'))).toEqual([])
  expect(app.windows()).toHaveLength(1)
})

test('every permission is refused', async ({ page }) => {
  const granted = await page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi'] as PermissionName[]
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name }).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    )
    const camera = await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => true,
      () => false,
    )
    const notification = await Notification.requestPermission()
    return { states: [...new Set(states)], camera, notification }
  })
  expect(granted).toEqual({ states: ['denied'], camera: false, notification: 'denied' })
})

test('a malformed request never reaches a handler, and a token not handed out opens nothing', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const say = (asked: Promise<unknown>) =>
      asked.then(
        (answer) => JSON.stringify(answer),
        (error: Error) => error.message,
      )
    const ask = (name: 'openRecent' | 'save' | 'saveAs' | 'openSample', request: unknown) =>
      say(Reflect.apply(window.wardwright[name], undefined, [request]))
    const file = `file-${'0'.repeat(32)}`
    return {
      path: await ask('openRecent', { file: '/etc/passwd' }),
      proto: await ask('openRecent', { file: '__proto__' }),
      extra: await ask('openRecent', { file, path: '/etc/passwd' }),
      nothing: await ask('openRecent', undefined),
      bytes: await ask('save', { file, bytes: 'text', expected: 'removed' }),
      empty: await ask('save', { file, bytes: new Uint8Array(), expected: 'removed' }),
      sample: await ask('openSample', { sample: '../locales/en' }),
      unknown: await ask('openRecent', { file }),
      unknownSave: await ask('save', { file, bytes: new Uint8Array([1]), expected: 'removed' }),
    }
  })
  const { unknown, unknownSave, ...malformed } = answers
  for (const answer of Object.values(malformed)) expect(answer).toMatch(/refused: a malformed request/)
  expect(JSON.parse(unknown)).toMatchObject({ status: 'failed', problem: { key: 'file.unknown' } })
  expect(JSON.parse(unknownSave)).toMatchObject({ status: 'failed', problem: { key: 'file.unknown' } })
})

test('main answers only our own page', async ({ app }) => {
  // A second window with the same preload on another page: what a handler would face if navigation were ever let through.
  const answer = await app.evaluate(async ({ app: electronApp, BrowserWindow }) => {
    const preload = `${electronApp.getAppPath()}/dist/preload.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
    await other.loadURL('data:text/html,<p>not ours</p>')
    const said = await other.webContents.executeJavaScript('window.wardwright.recentFiles({}).then(() => "answered", (error) => error.message)')
    other.destroy()
    return said
  })
  expect(answer).toMatch(/refused: .* from a foreign page/)
})

test('main writes no place that it did not hand out, and no kind of file that runs', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const place = `place-${'0'.repeat(32)}`
    const bytes = new Uint8Array([1])
    const said = (asking: Promise<unknown>) =>
      asking.then(
        (answer) => JSON.stringify(answer),
        (error: Error) => error.message,
      )
    return [
      await said(window.wardwright.writeExport({ place, files: [{ name: 'report.html', bytes }] })),
      await said(window.wardwright.writeExport({ place, files: [{ name: '../report.html', bytes }] })),
      await said(window.wardwright.writeExport({ place, files: [{ name: 'report.sh', bytes }] })),
      await said(window.wardwright.printExport({ place, name: 'report.pdf', page: bytes, paper: 'a4' })),
    ]
  })
  expect(answers[0]).toContain('export.unknownPlace')
  expect(answers[1]).toContain('malformed')
  expect(answers[2]).toContain('malformed')
  expect(answers[3]).toContain('export.unknownPlace')
})
