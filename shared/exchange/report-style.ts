/** The look of a printed report: of the same tokens as the screen, in one column that A4 and A3 hold. */
export const REPORT_STYLE = `
:root{--ink:#1b2733;--quiet:#51606e;--line:#d8dfe6;--wash:#f4f6f8;--better:#0b6e99;--worse:#b3541e}
*{box-sizing:border-box}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0 auto;max-width:1120px;padding:40px 32px 64px;color:var(--ink);background:#fff;font:16px/1.5 Inter,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-variant-numeric:tabular-nums}
header{border-bottom:2px solid var(--ink);padding-bottom:16px;margin-bottom:24px}
h1{font-size:30px;line-height:1.2;margin:0 0 4px}
header p{margin:0;color:var(--quiet);font-size:18px}
h2{font-size:22px;line-height:1.25;margin:40px 0 8px}
h3{font-size:17px;margin:24px 0 4px}
p{margin:8px 0;max-width:72ch}
ul{margin:8px 0;padding-left:20px;max-width:76ch}
.note{color:var(--quiet);font-size:15px}
.warning{border-left:4px solid var(--worse);background:#fdf3ec;padding:8px 12px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(320px,1fr));gap:16px;margin:16px 0}
.card{border:1px solid var(--line);border-radius:8px;padding:16px 20px;break-inside:avoid}
.card h3{margin:0;font-size:20px}
.card>p{color:var(--quiet);margin:4px 0 12px}
.card ul{list-style:none;padding:0;margin:0}
.card li{padding:4px 0;border-top:1px solid var(--line)}
table{border-collapse:collapse;width:100%;margin:12px 0 24px;font-size:14px}
caption{text-align:left;font-weight:620;font-size:15px;padding:8px 0 6px;break-after:avoid}
th,td{padding:6px 8px;border-bottom:1px solid var(--line);vertical-align:top;text-align:left}
thead th{border-bottom:2px solid var(--ink);font-weight:620;vertical-align:bottom}
tbody th{font-weight:450}
.right{text-align:right}
.tight,.right small{white-space:nowrap}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{break-inside:avoid}
td small{display:block;color:var(--quiet);font-size:13px}
.better,td small.better{color:var(--better)}
.worse,td small.worse{color:var(--worse)}
.up::before{content:"\\25B2\\00A0";font-size:.8em}
.down::before{content:"\\25BC\\00A0";font-size:.8em}
figure{margin:16px 0 28px;break-inside:avoid}
figure svg{display:block;width:100%;height:auto;max-height:165mm;border:1px solid var(--line);border-radius:8px}
figcaption{font-weight:620;font-size:15px;margin-bottom:8px}
.legend{display:flex;flex-wrap:wrap;gap:4px 20px;margin-top:8px;font-size:14px;color:var(--quiet)}
.legend span{display:inline-flex;align-items:center;gap:8px}
.legend svg{width:44px;height:10px;border:0;border-radius:0;max-height:none}
footer{margin-top:48px;padding-top:12px;border-top:1px solid var(--line);color:var(--quiet);font-size:14px}
@page{margin:14mm 12mm}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
table{font-size:9pt}
td small{font-size:8pt}
h1{font-size:20pt}
h2{font-size:14pt;break-after:avoid}
h3{break-after:avoid}
.page-break{break-before:page}
thead{display:table-header-group}
}
`
