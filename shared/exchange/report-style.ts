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
.card li{padding:5px 0 5px 10px;border-top:1px solid var(--line);border-left:4px solid var(--line)}
.card li.better,.card li.worse{color:inherit}
.card li.better{border-left-color:var(--better)}
.card li.worse{border-left-color:var(--worse)}
table{border-collapse:collapse;width:100%;margin:12px 0 24px;font-size:14px}
caption{text-align:left;font-weight:620;font-size:15px;padding:8px 0 6px;break-after:avoid}
th,td{padding:6px 8px;border-bottom:1px solid var(--line);vertical-align:top;text-align:left}
thead th{border-bottom:2px solid var(--ink);font-weight:620;vertical-align:bottom}
thead th:first-child{width:26%}
tbody th{font-weight:450}
.right{text-align:right}
.tight{white-space:nowrap}
.tight small{white-space:normal}
.dense td small{display:inline;margin-left:6px}
.even,.pairs{table-layout:fixed}
.many thead th:first-child{width:24%}
.many thead th:nth-child(2){width:11%}
.pairs thead th:nth-child(odd){width:38%}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{break-inside:avoid}
td small,th small{display:block;color:var(--quiet);font-size:13px}
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
dl{margin:12px 0 24px;columns:2;column-gap:32px;font-size:14px}
dl div{break-inside:avoid;padding:0 0 8px}
dt{font-weight:620}
dd{margin:0;color:var(--quiet)}
.on-a4,.on-a3{display:none}
@page{margin:14mm 12mm 16mm}
@media print{
body{max-width:none;padding:0;font-size:10pt;line-height:1.4}
header{padding-bottom:8px;margin-bottom:12px}
header p{font-size:11pt}
h1{font-size:18pt}
h2{font-size:14pt;margin:12pt 0 4pt}
h3{font-size:11pt;margin:12pt 0 2pt}
h2,h3,caption,.note,header,figcaption{break-after:avoid}
p{margin:4pt 0;max-width:none}
.note{font-size:9.5pt}
ul{max-width:none}
li{break-inside:avoid}
table{font-size:8.5pt;margin:6pt 0 14pt}
caption{font-size:9.5pt}
th,td{padding:2.5pt 4pt}
td small,th small{font-size:7.5pt}
thead{display:table-header-group}
.group{break-after:avoid}
.whole{break-inside:avoid}
.page-break{break-before:page}
.page-break+*{margin-top:0}
.cards{grid-template-columns:repeat(auto-fit,minmax(52mm,1fr));gap:3mm;margin:4pt 0 6pt}
.card{padding:7pt 9pt}
.card h3{font-size:12pt}
.card>p{font-size:8.5pt;line-height:1.3;margin:2pt 0 4pt}
.card li{font-size:8pt;line-height:1.35;padding:2pt 0 2pt 6pt}
figure{margin:5pt 0 8pt}
figcaption{font-size:9pt;margin-bottom:2pt}
figure svg.plan{width:calc(var(--metres)*1000mm/var(--a4));max-height:none;border:0;border-radius:0;margin:0 auto}
.legend{font-size:8.5pt;margin-top:2pt}
dl{font-size:8.5pt;margin:4pt 0 10pt}
.on-a4{display:inline}
footer{margin-top:16pt;padding-top:4pt;font-size:8.5pt}
}
@media print and (min-width:240mm){
body{font-size:12pt}
h1{font-size:26pt}
h2{font-size:18pt}
h3,caption{font-size:13pt}
header p{font-size:14pt}
.note{font-size:11.5pt}
table{font-size:10.5pt}
td small,th small{font-size:9.5pt}
.card h3{font-size:15pt}
.card>p{font-size:11.5pt}
.card li{font-size:11pt}
figcaption{font-size:11pt}
.legend,dl{font-size:10.5pt}
figure svg.plan{width:calc(var(--metres)*1000mm/var(--a3))}
.on-a4{display:none}
.on-a3{display:inline}
}
`
