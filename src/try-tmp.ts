import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { createDictionary, readSkills, readFacts, readLanguage } from '/work/main/src/engine/reading/index.ts'
import { clausesOf } from '/work/main/src/engine/reading/clauses.ts'
import { tokenise } from '/work/main/src/engine/text/index.ts'
const D='/work/shared/data/'
const labels:any[]=[]
for (const r of parse(readFileSync(D+'esco-en-1.1.1/skills_en.csv'),{columns:true}) as any[]) { labels.push({concept:r.conceptUri,label:r.preferredLabel}); for (const a of r.altLabels.split('\n')) if(a) labels.push({concept:r.conceptUri,label:a}) }
for (const r of parse(readFileSync(D+'esco-nl-1.1/skill-labels-nl-partial.csv'),{columns:true}) as any[]) labels.push({concept:r.conceptUri??Object.values(r)[0],label:(r.label??r.preferredLabel??Object.values(r)[1])})
console.log(labels.filter(l=>/^dan$|^it$|^r$|^data$/i.test(l.label)))
let b=Infinity; for (let i=0;i<6;i++){ const t=performance.now(); createDictionary(labels); b=Math.min(b,performance.now()-t)} console.log('build best',b)
let plain=0; for(const l of labels) if(/^[a-zA-Z0-9 ]+$/.test(l.label)) plain++; console.log('plain',plain,labels.length)
const d=createDictionary(labels)
const ads=readFileSync(D+'ads/ads-sample.jsonl','utf8').trim().split('\n').map(l=>JSON.parse(l))
const chars=ads.reduce((s,a)=>s+a.description.length,0)
const time=(n:string,f:(s:string)=>unknown)=>{ let best=Infinity; for(let i=0;i<3;i++){const t=performance.now(); for(const a of ads) f(a.description); best=Math.min(best,performance.now()-t)}; console.log(n,(best/chars*5000).toFixed(2),'ms per 5000') }
time('tokenise',tokenise); time('clauses',s=>clausesOf(s)); time('read',s=>readSkills(d,s)); time('facts',s=>readFacts(s))
