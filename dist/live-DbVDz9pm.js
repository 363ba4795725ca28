import{i as ie,w as m,b as c,e as d,v as g,A as u,j as f}from"./follow-CXILmOiZ.js";import{j as oe,c as R,f as re,l as ce}from"./app-oQJzt6yM.js";import{p as b,c as $,d as L,m as le,a as B,s as de,b as ue}from"./styles-vvU9KK_3.js";import{t as i}from"./live-BLqYFu5I.js";import{p as N}from"./view-B3YbeZbq.js";import{a as v}from"./avatar-D5ZbJEIc.js";import{f as k}from"./fold-VATBWaTS.js";import{i as pe}from"./end-reasons-Bq-Tj-rB.js";import{c as he,t as _}from"./target-of-C0PIqFxi.js";const me=ie`
  .hd {
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 48px;
    padding-inline-start: 4px;
  }
  .hd .t {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .hd h2 {
    font-size: 18px;
    font-weight: 500;
  }
  .hd h2,
  .hd p > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .hd p {
    display: flex;
    align-items: center;
    --i: 16px;
    font-size: 14px;
    color: var(--quiet);
  }
  .hd p.quiet > .i {
    margin-inline-end: 6px;
  }
  .hd p:not(.quiet)::before {
    content: '';
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--dot, var(--quiet));
  }
  .hd p.online {
    --dot: var(--go-ink);
  }
  .hd p.away {
    --dot: var(--warn-ink);
  }
  .rows {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-block-size: 0;
    overflow-y: auto;
    margin-inline: -4px;
    padding: 4px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 72px;
    flex: none;
    /* What is not seen is not laid out: a list may hold thousands. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 72px;
    overflow-clip-margin: 8px;
  }
  .who {
    position: relative;
  }
  .row > .who {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
    line-height: 1.3;
    text-align: start;
    border-radius: 16px;
  }
  .row .n {
    min-inline-size: 0;
  }
  .row b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: 18px;
    line-height: 1.18;
    overflow-wrap: anywhere;
  }
  .row small {
    display: block;
    font-size: 14px;
    color: var(--quiet);
  }
  .acts {
    display: flex;
    gap: 8px;
  }
  .note .acts {
    flex-wrap: wrap;
    margin-inline-start: auto;
  }
  .find {
    display: flex;
    align-items: center;
    gap: 4px;
    flex: none;
    min-block-size: 56px;
    padding-inline: 16px 4px;
    border-radius: 28px;
    background: var(--sunken);
    color: var(--quiet);
  }
  .find:focus-within {
    outline: 3px solid var(--accent-ink);
    outline-offset: 1px;
  }
  .find input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 48px;
    margin-inline-start: 8px;
    padding: 0;
    border: 0;
    outline: none;
    background: none;
    color: var(--text);
    font-size: 18px;
    text-overflow: ellipsis;
  }
  .find input::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .say {
    font-size: 15px;
    color: var(--stop-ink);
    padding-inline: 4px;
  }
  .none {
    padding: 16px 4px;
    color: var(--quiet);
  }
  .notes {
    display: flex;
    flex-direction: column;
    gap: 8px;
    flex: none;
  }
  .note.go {
    background: var(--go-tint);
  }
  .note .av {
    --s: 44px;
  }
  /* Seen long before it is reached: the next rows are there in time. */
  .end {
    block-size: 800px;
    margin-block-start: -800px;
    pointer-events: none;
    flex: none;
  }
  /* Where the height follows the content, a list is three rows high and scrolls. */
  .free .rows {
    max-block-size: 240px;
  }
  .tile {
    flex: 1;
    display: flex;
    flex-direction: column;
    justify-content: space-between;
    gap: 4px;
    min-block-size: 0;
  }
  .tile > .who {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 9px;
    min-inline-size: 0;
    min-block-size: 40px;
    border-radius: 16px;
    text-align: start;
  }
  .tile .av {
    --s: 40px;
  }
  .tile .n {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
  }
  .tile .n > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tile b {
    font-size: 15px;
  }
  .tile small {
    font-size: 14px;
    color: var(--quiet);
  }
  .do .x.ib {
    inline-size: 48px;
    background: var(--sunken);
  }
  .note .x {
    --i: 20px;
  }
  .badge {
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    flex: none;
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .badge.bad {
    background: var(--stop-tint);
    color: var(--stop-ink);
  }
  .badge.warn {
    background: var(--warn-tint);
    color: var(--warn-ink);
  }
  .badge.go {
    background: var(--go-tint);
    color: var(--go-ink);
  }
  .do {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 8px;
    flex: none;
  }
  .do.two {
    grid-template-columns: minmax(0, 1fr) 48px;
  }
  .do .btn {
    padding-inline: 8px;
    border-radius: 16px;
    font-size: 15px;
  }
  .do .btn.go,
  .note .btn.go {
    background: var(--go-fill);
    color: #fff;
  }
  .do .ib {
    inline-size: 100%;
    border-radius: 16px;
  }
  .do.faces {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 48px;
    border-radius: 24px;
  }
  .stack {
    display: flex;
  }
  .stack .av {
    --s: 48px;
  }
  .stack .av + .av {
    margin-inline-start: -12px;
  }
  .stack .av > .p {
    box-shadow: 0 0 0 3px var(--surface);
  }
  .faces > .i:dir(rtl) {
    transform: scaleX(-1);
  }
  dialog {
    inline-size: min(1000px, 100vw);
    block-size: min(900px, 100vh);
    max-inline-size: 100vw;
    max-block-size: 100vh;
    padding: 0;
    border: 0;
    border-radius: 28px;
    overflow: hidden;
    background: var(--bg);
    color: var(--text);
    container-type: inline-size;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.5);
  }
  dialog > .shut {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    z-index: 1;
  }
  @container (max-width: 300px) {
    .row {
      flex-wrap: wrap;
      gap: 4px;
    }
    .row > .who {
      flex-basis: 100%;
    }
    .row .acts {
      inline-size: 100%;
    }
    .row .acts .ib {
      flex: 1;
      border-radius: 16px;
    }
    .hd p > span {
      white-space: normal;
    }
    .hd [data-action='dial-open'] {
      display: none;
    }
    .note > .i {
      --i: 20px;
    }
  }
`,T=(e,t)=>e.toLowerCase()===t.trim().toLowerCase();function z(e,t){if(t.contacts?.length)return t.contacts.flatMap(n=>e.filter(({address:s,name:o})=>T(s,n)||T(o,n)));const a=e.filter(({favourite:n})=>n);return a.length?a:null}function F(e,t){const a=k(t);return e.filter(({name:n,address:s})=>k(n).includes(a)||k(s).includes(a))}let x=null;function w(e){const{language:t}=m.value;if(x?.of!==e||x.language!==t){const{compare:a}=new Intl.Collator(t,{sensitivity:"base",numeric:!0});x={of:e,language:t,people:[...e].sort((n,s)=>a(n.name,s.name))}}return x.people}function fe(e){const t=new Map;for(const n of e){const s=n.groups?.[0]??"",o=t.get(s);o?o.push(n):t.set(s,[n])}const{compare:a}=new Intl.Collator(m.value.language);return[...t].map(([n,s])=>({title:n,people:s})).sort((n,s)=>+!n.title-+!s.title||a(n.title,s.title))}function H(e,t,a){const n=t.find(({id:s})=>s===e.accountId)?.status;return n?.state==="signed-out"?[i("card.signed_out"),!1]:n?.state==="degraded"&&n.reason==="network"?[i("card.account_away"),!1]:!a||e.presence==="unknown"?[e.name===e.address?"":e.address,!0]:[i(`card.${e.presence}`),!0]}function q(e,{snapshot:t,config:a}){const n=a.presence??!0,[s,o]=H(e,t.accounts,n),r={n:e.name},l=h=>c`<button
      class="ib ${h==="video"?"go":"tonal"}"
      data-action="call-${h}"
      aria-label=${i(`card.${h}_to`,r)}
      ?disabled=${!o||h==="video"&&!e.callable.video}
    >
      ${d(h==="video"?g:b)}
    </button>`,p=a.call_on_tap,O=(p==="voice"||p==="video")&&o;return{avatar:v(n?e:{...e,presence:"unknown"}),word:s,call:[l("voice"),l("video")],who:(h,se)=>c`<button class=${h} data-action=${O?`call-${p}`:"contact"}>
        ${se}<span class="vh">${O?i(`card.${p}_to`,r):i("card.about",r)}</span>
      </button>`}}function ge(e,t){const{avatar:a,word:n,call:s,who:o}=q(e,t),r=c`<span class="n"
    ><b dir="auto">${e.name}</b>${n?c`<small dir="auto">${n}</small>`:u}</span
  >`;return c`<li class="row" data-contact=${e.address} data-account=${e.accountId} data-id=${e.id}>
    ${o("who",c`${a}${r}`)}<span class="acts">${s}</span>
  </li>`}function M(e,t,a=t.limit){const n=e.slice(0,a).map(s=>ge(s,t));return e.length>a?[...n,c`<li class="end" data-end aria-hidden="true"></li>`]:n}const be="M7 6.5 9.4 6.2c.6 0 1.1.4 1.2.9l.8 2.6c.1.5 0 1-.4 1.3l-1.3 1.3c1 1.8 2.4 3.2 4.1 4.1l1.2-1.4c.4-.4.8-.5 1.3-.4l2.6.8c.5.2.9.6.9 1.2l-.3 2.4c-.2 1.4-1.2 2.5-2.6 2.4C10.2 21.1 5 15.9 4.6 9.1 4.6 7.7 5.6 6.7 7 6.5z",W=[be,"m15 2.5 5.5 5.5M20.5 2.5 15 8"],I=["M20.3 14.2A8.7 8.7 0 0 1 9.8 3.7c.2-.6-.3-1.1-.9-.9a9.8 9.8 0 1 0 12.3 12.3c.2-.6-.3-1.1-.9-.9z",""],ve=["","M15.2 12a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 1 1 6.4 0zM12 2.8v3M12 18.2v3M2.8 12h3M18.2 12h3M5.5 5.5l2.1 2.1M16.4 16.4l2.1 2.1M5.5 18.5l2.1-2.1M16.4 7.6l2.1-2.1"],xe=["","M18.5 5.5 6 18M6 9v9h9"],we=["","M5.5 18.5 18 6M9 6h9v9"],ye=["","m9 5 7 7-7 7"],P=["","M12.7 8.5a3.7 3.7 0 1 1-7.4 0 3.7 3.7 0 1 1 7.4 0zM2.5 19.5c.3-3.6 3-5.5 6.5-5.5s6.2 1.9 6.5 5.5M15.5 5.2a3.6 3.6 0 0 1 0 6.6M18 14.4c2.1.8 3.3 2.6 3.5 5.1"],$e=["m12 2.8 2.8 5.8 6.3.9-4.6 4.4 1.1 6.3-5.6-3-5.6 3 1.1-6.3L2.9 9.5l6.3-.9z",""],ke=["","M21 12a9 9 0 1 1-18 0 9 9 0 1 1 18 0zM12 7v5.5l3.5 2"],_e=["","M5.3 4.5h13.4a2.8 2.8 0 0 1 2.8 2.8v9.4a2.8 2.8 0 0 1-2.8 2.8H5.3a2.8 2.8 0 0 1-2.8-2.8V7.3a2.8 2.8 0 0 1 2.8-2.8zM18.5 11v2"],E=["M13.5 20a1.5 1.5 0 1 1-3 0 1.5 1.5 0 1 1 3 0z","M2.5 9.5a14 14 0 0 1 4.3-2.7M10.5 5.6a14 14 0 0 1 11 3.9M6 13.3a9 9 0 0 1 3.6-2M14.8 11.5a9 9 0 0 1 3.2 1.8M9.5 16.8a4 4 0 0 1 5 0M3 3l18 18"],S=e=>e==="seen"||e==="dismiss"||e==="ring-away";function j(e,[t,a],n){const{data:s="",account:o=""}=e,r=S(t);return c`<button
    class=${r?"ib x":`btn ${n}`}
    data-action=${t}
    data-entry=${s}
    data-account=${o}
    aria-label=${r?a:u}
    title=${r?a:u}
  >
    ${r?d($):a}
  </button>`}function G(e,t){const{acts:a=[],tone:n}=e,s=a.filter(([l])=>S(l)),o=a.filter(([l])=>!S(l)),r=o.at(-1);return[...t?o.slice(0,-1).map(l=>j(e,l,"edge")):[],...r?[j(e,r,n==="go"?"go":"solid")]:[],...s.map(l=>j(e,l,""))]}function U(e){const{tone:t="",icon:a,face:n,title:s,text:o}=e;return c`<li class="note ${t}" data-note=${e.id}>
    ${n?v(n):d(a)}<span class="t"
      ><b dir="auto">${s}</b><span dir="auto">${o}</span></span
    ><span class="acts">${G(e,!0)}</span>
  </li>`}function ze(e){const{tone:t="",face:a,icon:n,brief:s,title:o,text:r}=e,l=G(e,!1);return c`<div class="tile" role="status" data-note=${e.id}>
    <div class="who">
      ${a?v(a):c`<span class="badge ${t}">${d(n)}</span>`}
      <span class="n"><b dir="auto">${s?.[0]??o}</b><small dir="auto">${s?.[1]??r}</small></span>
    </div>
    <div class="do ${l.length>1?"two":""}">${l}</div>
  </div>`}const qe=3;function Q(e,t){const a=t.find(({minor:r})=>!r);if(e.said)return c`<p class="say" role="alert">${e.said}</p>`;if(a)return ze(a);const{contacts:n}=e.snapshot,s=z(n,e.config)??w(n),[o]=s;return o?s.length===1?Me(o,e):Ie(s,e):c`<p class="hero">${i(n.length?"card.none_match":"card.none_yet")}</p>`}function Me(e,t){const{avatar:a,word:n,call:s,who:o}=q(e,t);return c`<div class="tile" data-contact=${e.address} data-account=${e.accountId} data-id=${e.id}>
    ${o("who",c`${a}<span class="n"
          ><b dir="auto">${e.name}</b>${n?c`<small dir="auto">${n}</small>`:u}</span
        >`)}
    <div class="do">${s}</div>
  </div>`}function Ie(e,{snapshot:t,config:a}){const n=a.presence??!0,s=e.filter(r=>r.presence==="reachable"&&H(r,t.accounts,n)[1]),o=n?i("card.reachable_n",{count:s.length}):i("card.people_n",{count:e.length});return c`<div class="tile">
    <div class="who">
      <span class="badge">${d(P)}</span>
      <span class="n"><b dir="auto">${a.name||t.station.name}</b><small>${o}</small></span>
    </div>
    <button class="do faces" data-action="people" aria-haspopup="dialog">
      <span class="stack">${e.slice(0,qe).map(r=>v({...r,presence:"unknown"}))}</span>
      <span class="vh">${i("card.people")}</span>${d(ye)}
    </button>
  </div>`}function V(e){const t=a=>c`<button
      class="ib ${a==="video"?"go":"tonal"}"
      data-action="dial-${a}"
      data-kind=${a}
      aria-label=${i(`card.${a}_to`,{n:e.trim()})}
    >
      ${d(a==="video"?g:b)}
    </button>`;return c`<form class="find" role="search">
    ${d(L)}
    <input
      name="address"
      .value=${e}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="go"
      dir="auto"
      aria-label=${i("card.search")}
      placeholder=${i("card.search")}
    />
    ${e.trim()?c`${t("voice")}${t("video")}<button
              class="ib"
              type="button"
              data-action="clear"
              aria-label=${i("card.clear")}
            >
              ${d($)}
            </button>`:u}
  </form>`}const X=new Map;function A(e,t,a){const{language:n}=m.value,s=`${n} ${t}`;let o=X.get(s);return o||X.set(s,o=new Intl.DateTimeFormat(n,a)),o.format(e)}const C=e=>A(e,"time",{hour:"numeric",minute:"2-digit"});function J(e,t){const a=new Date(t).setHours(0,0,0,0);return e>=a&&e<=t?C(e):e>=a-6*864e5&&e<=t?A(e,"weekday",{weekday:"short"}):A(e,"date",{day:"numeric",month:"short"})}function Se(e){const t=Math.max(0,Math.round(e/1e3)),a=(s,o)=>new Intl.NumberFormat(m.value.language,{style:"unit",unit:o,unitDisplay:"short"}).format(s);if(t<60)return a(t,"second");const n=Math.round(t/60);return n<60?a(n,"minute"):`${a(Math.floor(n/60),"hour")} ${a(n%60,"minute")}`}const K=e=>new Intl.PluralRules(m.value.language).select(e)==="one";function Y(e,t,a){const{snapshot:n,config:s,text:o}=e,[r]=t,l=s.search??!0;return c`<div class="hd">
      ${Z(e)}
      ${l?c`<button class="ib" data-action="dial-open" aria-expanded=${a} aria-label=${i("card.search")}>
              ${d(L)}
            </button>`:u}<button class="ib" data-action="settings" aria-label=${i("card.settings")}>${d(le)}</button>
    </div>
    ${l&&a?V(o):u} ${ee(e)}
    <ul class="rows">
      ${r?U(r):u}${n.accounts.length||n.contacts.length?je(e):u}
    </ul>`}function je(e){const{snapshot:t,config:a,text:n}=e,{contacts:s}=t;if(n.trim()){const r=F(w(s),n);return r.length?M(r,e):c`<li class="none">${i("card.none_found")}</li>`}const o=z(s,a)??w(s);return o.length?M(o,e):c`<li class="hero">${i(s.length?"card.none_match":"card.none_yet")}</li>`}function Z({snapshot:e,config:t}){const[a,n]=Ue(e);return c`<div class="t">
    <h2 dir="auto">${t.name||e.station.name}</h2>
    <p class=${a} role="status" data-status=${a}>
      ${a==="quiet"?d(I):u}<span>${n}</span>
    </p>
  </div>`}function Ue({accounts:e,quiet:t,quietUntil:a}){const n=e.filter(({status:s})=>s.state!=="online");return n.length>0&&n.every(({status:s})=>s.state==="connecting")?["away",i("card.connecting")]:e.length===1&&n.length===1?["away",i(n[0]?.status.state==="signed-out"?"card.signed_out":"card.account_away")]:n.length>0?["away",i("card.away",{count:n.length,all:e.length})]:t?["quiet",a===null?i("card.dnd"):i("card.dnd_until",{time:C(a)})]:["online",i("card.ready")]}const ee=({said:e})=>c`<p class="say" role="alert" ?hidden=${!e}>${e}</p>`;function Ae(e,t,a,n){const s=(...o)=>e.problems.filter(({kind:r})=>o.includes(r)).map(Oe);return[...Ce(e,a),...De(e,a),...s("storage"),...Re(e),...e.soundBlocked?[Be()]:[],...Ne(e,a,n),...Te(e,a),...Fe(e,a),...He(e),...Le(e),...e.calls.some(({reason:o})=>o===null)?[]:s("update-ready"),...s("update-waiting","home-assistant-away","stations-taken","helpers-missing")].filter(({id:o})=>!t.has(o))}function Ce({calls:e},t){const a=e.filter(({phase:s})=>s!=="ended"&&s!=="ending"),n=a.filter(({phase:s})=>s==="ringing-in");return[...a.filter(({phase:s})=>s!=="ringing-in"),...n].map(s=>{const o=s.phase==="ringing-in",r=t==="always"||t==="while-ringing"&&o,l=r?i("card.somebody"):s.peer.name;return{id:`call-${s.id}`,tone:"go",icon:s.offered.video?g:b,...!r&&{face:{id:s.peer.contactId,name:l,avatar:s.avatar}},title:i(o?"card.calls_you":"card.in_progress",{n:l}),text:i(s.offered.video?"out.video":"out.voice"),brief:[l,o?i("card.calling"):i(s.offered.video?"out.video":"out.voice")],acts:[["show-call",i(o?"card.open":"card.back")]]}})}function De({notes:e=[]},t){return t==="always"?[]:e.map(({id:a,name:n,text:s,action:o})=>{const r={assist:i("note.assist"),dial:i("note.dial",{n:o?.name??""}),run:o?.name??""};return{id:`ring-${a}`,icon:g,face:{id:n,name:n,avatar:null},title:n,text:s,acts:[["ring-away",i("card.seen")],...o?[["ring-take",r[o.kind]]]:[]],data:a}})}function Oe(e){switch(e.kind){case"storage":return{id:`storage-${e.problem}`,tone:"bad",icon:f,title:i(`storage.${e.problem}.title`),text:i(`storage.${e.problem}`),acts:[...e.problem==="corrupt"?[["dismiss",i("card.seen")]]:[],["reload",i("card.reload")]],data:`storage-${e.problem}`};case"insecure-page":return{id:e.kind,tone:"bad",icon:f,title:i("card.insecure"),text:i("card.insecure_text")};case"stations-taken":return{id:e.kind,tone:"warn",icon:f,title:i("card.taken",{n:e.stations.map(({name:t})=>t).join(", ")}),text:i("card.taken_text"),acts:[["take-station",i("card.use_here")]],data:e.stations.map(({slug:t})=>t).join(" "),minor:!0};case"helpers-missing":{const t=e.entities.length;return{id:e.kind,icon:f,title:K(t)?i("card.helpers_one"):i("card.helpers",{count:t}),text:i("card.helpers_text"),acts:[["dismiss",i("card.seen")],["helpers",i("card.details")]],data:e.kind,minor:!0}}case"home-assistant-away":return{id:e.kind,tone:"warn",icon:E,title:i("card.ha_away"),text:i("card.ha_away_text"),acts:[["diagnostics",i("card.details")]],minor:!0};case"update-waiting":return{id:e.kind,icon:f,title:i("card.update"),text:i("card.update_text"),acts:[["reload",i("card.reload")]],minor:!0};case"update-ready":return{id:e.kind,icon:f,title:i("card.update"),text:i("card.update_ready"),acts:[["reload",i("card.reload")]],minor:!0};default:return e}}const Re=({accounts:e})=>e.filter(({status:t})=>t.state==="signed-out").map(({id:t,address:a})=>({id:`signed-out-${t}`,tone:"bad",icon:B,title:i("card.sign_in_again",{account:a}),text:i("card.sign_in_again_text"),acts:[["sign-in-again",i("card.sign_in")]],account:t})),Le=({accounts:e})=>e.filter(({status:t})=>t.state==="degraded").map(({id:t,address:a})=>({id:`away-${t}`,tone:"warn",icon:E,title:i("card.lost",{account:a}),text:i("card.lost_text"),brief:[i("card.connecting"),a],acts:[["settings",i("card.details")]]})),Be=()=>({id:"sound",tone:"warn",icon:de,title:i("card.sound"),text:i("card.sound_text"),brief:[i("card.silent"),i("card.touch")],acts:[["allow-sound",i("card.sound_do")]]});function Ne(e,t,a){const{history:n,missed:s}=e;if(!s)return[];const o=n.find(pe),r=o&&t!=="always"?o.peer.name:"";return[{id:`missed-${o?.id??0}`,tone:"bad",icon:W,title:K(s)?i("card.missed"):i("card.missed_n",{count:s}),text:[r,o?J(o.began,a):""].filter(Boolean).join(", "),acts:[["seen",i("card.seen")],...o&&t!=="always"&&he(o.peer,e.contacts)?[["write",i("common.message")]]:[],o&&_(o.peer,e)?["again",i("card.call_back")]:["history",i("card.show_all")]],data:String(o?.id??"")}]}function Te(e,t){const[a]=e.history;return a?.reason!=="kiosk_closed"?[]:[{id:`cut-${a.id}`,tone:"bad",icon:b,title:i("card.cut",{n:t==="always"?i("card.somebody"):a.peer.name}),text:i("card.cut_text"),acts:[["dismiss",i("common.done")],..._(a.peer,e)?[["again",i("common.again")]]:[]],data:`cut-${a.id}`}]}const Fe=({requests:e},t)=>e.map(({id:a,accountId:n,name:s,address:o})=>{const r=t==="always";return{id:`request-${n}-${a}`,icon:B,title:i("card.request",{n:r?i("card.somebody"):s}),text:r||s===o?"":o,acts:r?[["everybody",i("card.open")]]:[["reject",i("card.not_now")],["accept",i("card.accept")]],data:a,account:n}});function He({quiet:e,quietUntil:t,contacts:a}){if(!e)return[];const n=a.filter(r=>r.throughQuiet).map(({name:r})=>r),s=t===null?i("card.dnd_hand"):i("card.dnd_time",{time:C(t)}),o=new Intl.ListFormat(m.value.language,{type:"conjunction"});return[{id:"quiet",icon:I,title:i("card.dnd_note"),text:n.length&&n.length<4?i("card.dnd_except",{n:o.format(n)}):s,brief:[i("card.dnd"),s],acts:[["quiet",i("card.dnd_off")]]}]}function D({snapshot:e},t){return e.value.history.find(({id:a})=>t===String(a)||t===`cut-${a}`)}function te(e,t){const a=D(e,t)?.peer;return a?_(a,e.snapshot.value):null}const We=["Anna Berger","Ben","Grandma"];function Pe(e){return{accounts:[],contacts:We.map((t,a)=>({id:`sample-${a}`,accountId:"",address:`sample-${a}`,name:t,avatar:null,presence:a===1?"in_call":"reachable",callable:{audio:!0,video:!0},encrypted:!0,favourite:!0,throughQuiet:!1,writable:!1})),requests:[],calls:[],history:[],missed:0,quiet:!1,quietUntil:null,problems:[],soundBlocked:!1,station:{slug:"sample",name:e,camera:"this_device",microphone:null,deviceCamera:null,speaker:null,dialAnyone:!1,linkDials:!1,scriptAnswers:!0,scriptAnswersWithCamera:!1,scriptHangsUp:!0,scriptUnmutes:!1,scriptTurnsCameraOn:!1,display:"this_device",displayStarts:!1,displaySound:"display",displayLevel:1,displayAnnounces:"no",displayServer:""}}}const ae=[ue,me],ne=new Set,y=40;class Ee{#e;#a="";#n=!1;#s="";#i=y;#h=null;#o=!1;#d=null;#u=null;#t=null;#r=new IntersectionObserver(t=>{t.some(({isIntersecting:a})=>a)&&(this.#i+=y,this.#e.requestUpdate())});constructor(t){this.#e=t}get loading(){return this.#u}render(t){const{density:a}=this.#e,n=this.#m(t),s=Ae(n.snapshot,ne,n.hide,n.now);if(t&&!t.accounts.length){const o=c`<ul class="notes">
        ${s.map(U)}
      </ul>`;return a==="compact"&&s.length?Q(n,s):t.role==="stopped"?o:c`${o}${oe(g,"card.setup_lead",["sign-in","card.setup"],"card.setup_text")}`}return a==="panel"?this.#f(n,s):a==="compact"?Q(n,s):Y(n,s,this.#n)}renderDialog(t){if(!this.#o||!t||this.#e.density!=="compact")return u;const a=this.#m(t);return c`<dialog aria-label=${i("card.people")} @close=${this.#w}>
      <button class="ib shut" data-action="shut" aria-label=${i("card.close")}>${d($)}</button>
      ${this.#f(a,[])}
    </dialog>`}updated(){const{renderRoot:t}=this.#e,a=t.querySelector("dialog");a&&!a.open&&a.showModal();const n=t.querySelector("[data-end]");n===this.#t?n&&this.#r.unobserve(n):this.#t&&this.#r.unobserve(this.#t),this.#t=n,n&&this.#r.observe(n)}leave(){this.#r.disconnect(),this.#t=null,this.#o=!1}input(t){const a=t.target;a instanceof HTMLInputElement&&(this.#a=a.value,this.#s="",this.#i=y,this.#e.requestUpdate())}submit(t){t.preventDefault();const a=this.#a.trim(),n=t instanceof SubmitEvent?t.submitter?.dataset.kind:void 0;a&&this.#p({text:a},n==="video")}act(t,a){const n=a.closest("[data-id]")?.dataset,{action:s,entry:o="",account:r=""}=a.dataset,l={accountId:n?.account??"",contactId:n?.id??""};switch(s){case"call-voice":case"call-video":return void this.#p(te(t,n?.entry)??l,s==="call-video");case"contact":return void this.#e.open("contact",N(l.accountId,l.contactId));case"again":return this.#$(t,o);case"write":return this.#y(t,o);case"seen":return void this.#l(t.markSeen());case"dismiss":return this.#x(o);case"ring-take":case"ring-away":{const p=s==="ring-take"?"take":"put-away";return void t.command({type:"ring-action",ring:o,action:p,by:"touch"})}case"accept":case"reject":return t.snapshot.value.lock.locked?void this.#e.open("contact",null):void this.#l(s==="accept"?t.acceptRequest(r,o):t.rejectRequest(r,o));case"quiet":return void this.#l(t.configureDevice({doNotDisturb:!t.snapshot.value.quiet}));case"show-call":return document.querySelector("ca-overlay")?.restore?.();case"dial-open":case"clear":return this.#b(s==="clear"||!this.#n);case"people":return this.#o=!0,this.#e.requestUpdate();case"shut":return this.#g();case"part":return this.#h=o,this.#e.requestUpdate();case"history":case"diagnostics":case"setup":return void this.#e.open(s,null);case"everybody":return void this.#e.open("contact",null);case"take-station":return o.split(" ").forEach(p=>t.takeStation(p));case"helpers":return void this.#e.open("setup","helpers")}}#m(t){const{config:a}=this.#e,n=t&&(this.#v(t)??t.station),s=n?.camera;return{snapshot:n?{...t,station:n}:Pe(a.name||"Call Assist"),config:t?a:{...a,contacts:[]},hide:re(t?.settings.hideNames??"show"),cameraName:R()?.cameras().find(({id:o})=>o===s)?.name??s??"",text:this.#a,said:this.#s,limit:this.#i,now:Date.now()}}#f(t,a){return this.#d?this.#d.panel(t,a,this.#h):(this.#u??=ce("panel",()=>import("./panel-D-w-CwLO.js")).then(n=>{if(this.#u=null,!n)return this.#e.fail();this.#d=n,this.#e.dress([...ae,n.styles]),this.#e.requestUpdate()}),Y(t,a,this.#n))}#g(){this.#e.renderRoot.querySelector("dialog")?.close()}#w=()=>{this.#o=!1,this.#e.requestUpdate()};#b(t){this.#n=t,this.#a="",this.#s="",this.#i=y,this.#e.requestUpdate(),t&&requestAnimationFrame(()=>this.#e.renderRoot.querySelector("input")?.focus())}#y(t,a){const n=D(t,a)?.peer;n&&this.#e.open("contact",N(n.accountId,n.contactId,"write"))}#$(t,a){const n=te(t,a);n&&(this.#p(n,D(t,a)?.offered.video===!0),this.#x(a),t.snapshot.value.missed&&this.#l(t.markSeen()))}#v({stations:t}){const{station:a}=this.#e.config;return t.find(({slug:n,name:s})=>n===a||s===a)}#x(t){ne.add(t),this.#e.requestUpdate()}#c(t){this.#s=t,this.#e.requestUpdate()}async#p(t,a){this.#c("");const n=R();if(!n)return;const s=this.#v(n.snapshot.value),o=s?{station:s.slug}:{},r=await n.command({type:"dial",to:t,video:a,by:"touch",...o});!r.ok&&r.reason.startsWith("refused_")?this.#c(i(`refused.${r.reason}`)):r.ok&&(this.#g(),this.#b(!1))}async#l(t){this.#c(""),await t.catch(()=>this.#c(i("setup.other")))}}const Ge=Object.freeze(Object.defineProperty({__proto__:null,LiveView:Ee,styles:ae},Symbol.toStringTag,{value:"Module"}));export{we as a,w as b,z as c,V as d,ee as e,I as f,ve as g,F as h,M as i,fe as j,ke as k,Se as l,W as m,U as n,$e as o,P as p,q,xe as r,Z as s,_e as t,Ge as u,J as w};
