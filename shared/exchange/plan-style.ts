import type { Flow, HygieneZone } from '#shared/document/vocabulary'

const ZONES: Readonly<Record<HygieneZone, string>> = {
  public: '#e6eff7',
  patient: '#fff1dc',
  staff: '#ece7f5',
  clean: '#dff2e8',
  used: '#f8e1da',
  circulation: '#eff1f3',
  plant: '#dcdfe3',
}

/** Colour and dashes (metres) of each flow on paper: told apart without colour too. */
export const FLOW_LINES: Readonly<Record<Flow, { readonly colour: string; readonly dashes: string }>> = {
  patient: { colour: '#0072b2', dashes: '' },
  family: { colour: '#7a8794', dashes: '' },
  staff: { colour: '#aa4499', dashes: '0.55 0.4' },
  medication: { colour: '#56b4e9', dashes: '0.6 0.35 0.1 0.35' },
  clean: { colour: '#009e73', dashes: '0.3 0.35' },
  used: { colour: '#d55e00', dashes: '0.9 0.45' },
  waste: { colour: '#6b4e16', dashes: '0.02 0.45' },
  equipment: { colour: '#e69f00', dashes: '0.6 0.35 0.05 0.35 0.05 0.35' },
  information: { colour: '#1b2733', dashes: '0.02 0.3' },
}

const MATERIALS: Readonly<Record<string, string>> = {
  white: '#fbfbf9',
  wood: '#e6cfa6',
  teal: '#6fa8a1',
  steel: '#cbd3da',
  dark: '#8d99a4',
  glass: '#d6e8f1',
  soft: '#dfe5ea',
}

/** Inter, brought along as WOFF2 in base64. */
export function fontFace(typeface: string): string {
  return `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${typeface.replaceAll(/[^A-Za-z0-9+/=]/g, '')})}`
}

/** The look of a plan on paper, in metres of the unit; the screen has its own, of the same tokens. */
export const PLAN_STYLE = [
  '.plan{background:#fff;font-family:Inter,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}',
  '.plan path{stroke-linejoin:round}',
  '.plan path[fill="none"]{fill:none}',
  '.plan text{fill:#1b2733;font-weight:500;text-anchor:middle;dominant-baseline:central;stroke:#fff;stroke-opacity:.78;stroke-width:.16em;paint-order:stroke;stroke-linejoin:round}',
  '.s-outline{fill:#eff1f3}',
  '.s-roomFloor{fill:#f4f6f8}',
  ...Object.entries(ZONES).map(([zone, colour]) => `.s-roomFloor.z-${zone}{fill:${colour}}`),
  '.s-wall{fill:#5c6873}',
  '.s-wall[fill="none"]{stroke:#5c6873;stroke-width:.05;stroke-linecap:square}',
  '.s-glazing{fill:#bcd9e8;stroke:#8a97a3;stroke-width:.02}',
  '.s-openEdge{stroke:#8a97a3;stroke-width:.02;stroke-dasharray:.15 .12}',
  '.s-doorGap{fill:#fff}',
  '.s-doorSwing{stroke:#8a97a3;stroke-width:.02}',
  '.s-doorLeaf{stroke:#5c6873}',
  '.s-doorLeaf:not([stroke-width]){stroke-width:.04}',
  '.s-window{fill:#e4f1f8;stroke:#5c6873;stroke-width:.02}',
  '.s-passThrough{fill:#fff6e0;stroke:#5c6873;stroke-width:.02}',
  '.s-fixture{fill:#fff;fill-opacity:.55;stroke:#a5b0ba;stroke-width:.02}',
  '.s-fixtureDetail{fill:#fbfbf9;stroke:#9aa6b1;stroke-width:.015}',
  ...Object.entries(MATERIALS).map(([material, colour]) => `.s-fixtureDetail.m-${material}{fill:${colour}}`),
  '.s-usePoint{fill:#1a66a8;fill-opacity:.5}',
  '.plan .s-roomArea{fill:#51606e;font-weight:450}',
  '.s-gate{fill:#1a66a8}',
  '.plan .s-gateName{fill:#1a66a8;font-weight:620}',
  '.s-landing{fill:#fff;stroke:#1b2733;stroke-width:.08}',
  '.plan .s-landingSign,.plan .s-storeyName{font-weight:650}',
  '.s-route{stroke-linecap:round}',
  ...Object.entries(FLOW_LINES).map(
    ([flow, { colour, dashes }]) =>
      `.s-route.f-${flow},.s-routeDirection.f-${flow}{stroke:${colour}}${dashes === '' ? '' : `.s-route.f-${flow}{stroke-dasharray:${dashes}}`}`,
  ),
  '.s-otherWay{stroke:#1b2733;stroke-dasharray:.45 .3;stroke-linejoin:round}',
  '.s-crossing{fill:#b00020;fill-opacity:.14;stroke:#b00020;stroke-width:.06}',
  '.veil{opacity:.55}',
  '.s-exposed{stroke:#d9820a;stroke-linecap:round}',
  '.s-sightLine{stroke:#1a66a8;stroke-width:.04;stroke-dasharray:.18 .12;stroke-opacity:.75}',
  '.s-mark{fill:#1a66a8;fill-opacity:.14;stroke:#1a66a8;stroke-width:.06}',
  '.s-scaleBar{fill:#fff;stroke:#51606e;stroke-width:.03}',
  '.s-scaleBar.p-filled{fill:#51606e}',
  '.plan .s-scaleLabel{fill:#51606e;font-weight:450}',
].join('\n')
