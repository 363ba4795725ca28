import{n as ae,w as f,u as l,s as d,x as g,A as p,y as w,z as ne,i as A,B as se,m as ie}from"./app-Y0z-pJrJ.js";import{t as i,a as b,c as _,d as O,m as oe,p as L,s as re,b as ce}from"./live-COBrK9xO.js";import{p as le}from"./view-1H_K8x5k.js";import{a as v}from"./avatar-CJSuQZL6.js";const de=ae`
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
`,B=(e,t)=>e.toLowerCase()===t.trim().toLowerCase();function z(e,t){if(t.contacts?.length)return t.contacts.flatMap(n=>e.filter(({address:s,name:o})=>B(s,n)||B(o,n)));const a=e.filter(({favourite:n})=>n);return a.length?a:null}const q=e=>e.normalize("NFD").replace(/\p{Diacritic}/gu,"").toLowerCase();function F(e,t){const a=q(t.trim());return e.filter(({name:n,address:s})=>q(n).includes(a)||q(s).includes(a))}let $=null;function y(e){const{language:t}=f.value;if($?.of!==e||$.language!==t){const{compare:a}=new Intl.Collator(t,{sensitivity:"base",numeric:!0});$={of:e,language:t,people:[...e].sort((n,s)=>a(n.name,s.name))}}return $.people}function ue(e){const t=new Map;for(const n of e){const s=n.groups?.[0]??"",o=t.get(s);o?o.push(n):t.set(s,[n])}const{compare:a}=new Intl.Collator(f.value.language);return[...t].map(([n,s])=>({title:n,people:s})).sort((n,s)=>+!n.title-+!s.title||a(n.title,s.title))}function T(e,t,a){const n=t.find(({id:s})=>s===e.accountId)?.status;return n?.state==="signed-out"?[i("card.signed_out"),!1]:n?.state==="degraded"&&n.reason==="network"?[i("card.account_away"),!1]:!a||e.presence==="unknown"?[e.name===e.address?"":e.address,!0]:[i(`card.${e.presence}`),!0]}function M(e,{snapshot:t,config:a}){const n=a.presence??!0,[s,o]=T(e,t.accounts,n),r={n:e.name},c=u=>l`<button
      class="ib ${u==="video"?"go":"tonal"}"
      data-action="call-${u}"
      aria-label=${i(`card.${u}_to`,r)}
      ?disabled=${!o||u==="video"&&!e.callable.video}
    >
      ${d(u==="video"?g:b)}
    </button>`,h=a.call_on_tap,m=(h==="voice"||h==="video")&&o;return{avatar:v(n?e:{...e,presence:"unknown"}),word:s,call:[c("voice"),c("video")],who:(u,x)=>l`<button class=${u} data-action=${m?`call-${h}`:"contact"}>
        ${x}<span class="vh">${m?i(`card.${h}_to`,r):i("card.about",r)}</span>
      </button>`}}function pe(e,t){const{avatar:a,word:n,call:s,who:o}=M(e,t),r=l`<span class="n"
    ><b dir="auto">${e.name}</b>${n?l`<small dir="auto">${n}</small>`:p}</span
  >`;return l`<li class="row" data-contact=${e.address} data-account=${e.accountId} data-id=${e.id}>
    ${o("who",l`${a}${r}`)}<span class="acts">${s}</span>
  </li>`}function I(e,t,a=t.limit){const n=e.slice(0,a).map(s=>pe(s,t));return e.length>a?[...n,l`<li class="end" data-end aria-hidden="true"></li>`]:n}const he="M7 6.5 9.4 6.2c.6 0 1.1.4 1.2.9l.8 2.6c.1.5 0 1-.4 1.3l-1.3 1.3c1 1.8 2.4 3.2 4.1 4.1l1.2-1.4c.4-.4.8-.5 1.3-.4l2.6.8c.5.2.9.6.9 1.2l-.3 2.4c-.2 1.4-1.2 2.5-2.6 2.4C10.2 21.1 5 15.9 4.6 9.1 4.6 7.7 5.6 6.7 7 6.5z",H=[he,"m15 2.5 5.5 5.5M20.5 2.5 15 8"],S=["M20.3 14.2A8.7 8.7 0 0 1 9.8 3.7c.2-.6-.3-1.1-.9-.9a9.8 9.8 0 1 0 12.3 12.3c.2-.6-.3-1.1-.9-.9z",""],me=["","M15.2 12a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 1 1 6.4 0zM12 2.8v3M12 18.2v3M2.8 12h3M18.2 12h3M5.5 5.5l2.1 2.1M16.4 16.4l2.1 2.1M5.5 18.5l2.1-2.1M16.4 7.6l2.1-2.1"],fe=["","M18.5 5.5 6 18M6 9v9h9"],ge=["","M5.5 18.5 18 6M9 6h9v9"],be=["","m9 5 7 7-7 7"],W=["","M12.7 8.5a3.7 3.7 0 1 1-7.4 0 3.7 3.7 0 1 1 7.4 0zM2.5 19.5c.3-3.6 3-5.5 6.5-5.5s6.2 1.9 6.5 5.5M15.5 5.2a3.6 3.6 0 0 1 0 6.6M18 14.4c2.1.8 3.3 2.6 3.5 5.1"],ve=["m12 2.8 2.8 5.8 6.3.9-4.6 4.4 1.1 6.3-5.6-3-5.6 3 1.1-6.3L2.9 9.5l6.3-.9z",""],xe=["","M21 12a9 9 0 1 1-18 0 9 9 0 1 1 18 0zM12 7v5.5l3.5 2"],we=["","M5.3 4.5h13.4a2.8 2.8 0 0 1 2.8 2.8v9.4a2.8 2.8 0 0 1-2.8 2.8H5.3a2.8 2.8 0 0 1-2.8-2.8V7.3a2.8 2.8 0 0 1 2.8-2.8zM18.5 11v2"],E=["M13.5 20a1.5 1.5 0 1 1-3 0 1.5 1.5 0 1 1 3 0z","M2.5 9.5a14 14 0 0 1 4.3-2.7M10.5 5.6a14 14 0 0 1 11 3.9M6 13.3a9 9 0 0 1 3.6-2M14.8 11.5a9 9 0 0 1 3.2 1.8M9.5 16.8a4 4 0 0 1 5 0M3 3l18 18"],D=e=>e==="seen"||e==="dismiss";function U(e,[t,a],n){const{data:s="",account:o=""}=e,r=D(t);return l`<button
    class=${r?"ib x":`btn ${n}`}
    data-action=${t}
    data-entry=${s}
    data-account=${o}
    aria-label=${r?a:p}
    title=${r?a:p}
  >
    ${r?d(_):a}
  </button>`}function P(e,t){const{acts:a=[],tone:n}=e,s=a.filter(([c])=>D(c)),o=a.filter(([c])=>!D(c)),r=o.at(-1);return[...t?o.slice(0,-1).map(c=>U(e,c,"edge")):[],...r?[U(e,r,n==="go"?"go":"solid")]:[],...s.map(c=>U(e,c,""))]}function N(e){const{tone:t="",icon:a,face:n,title:s,text:o}=e;return l`<li class="note ${t}" data-note=${e.id}>
    ${n?v(n):d(a)}<span class="t"
      ><b dir="auto">${s}</b><span dir="auto">${o}</span></span
    ><span class="acts">${P(e,!0)}</span>
  </li>`}function $e(e){const{tone:t="",face:a,icon:n,brief:s,title:o,text:r}=e,c=P(e,!1);return l`<div class="tile" role="status" data-note=${e.id}>
    <div class="who">
      ${a?v(a):l`<span class="badge ${t}">${d(n)}</span>`}
      <span class="n"><b dir="auto">${s?.[0]??o}</b><small dir="auto">${s?.[1]??r}</small></span>
    </div>
    <div class="do ${c.length>1?"two":""}">${c}</div>
  </div>`}const ye=3;function G(e,t){const a=t.find(({minor:r})=>!r);if(e.said)return l`<p class="say" role="alert">${e.said}</p>`;if(a)return $e(a);const{contacts:n}=e.snapshot,s=z(n,e.config)??y(n),[o]=s;return o?s.length===1?ke(o,e):_e(s,e):l`<p class="hero">${i(n.length?"card.none_match":"card.none_yet")}</p>`}function ke(e,t){const{avatar:a,word:n,call:s,who:o}=M(e,t);return l`<div class="tile" data-contact=${e.address} data-account=${e.accountId} data-id=${e.id}>
    ${o("who",l`${a}<span class="n"
          ><b dir="auto">${e.name}</b>${n?l`<small dir="auto">${n}</small>`:p}</span
        >`)}
    <div class="do">${s}</div>
  </div>`}function _e(e,{snapshot:t,config:a}){const n=a.presence??!0,s=e.filter(r=>r.presence==="reachable"&&T(r,t.accounts,n)[1]),o=n?i("card.reachable_n",{count:s.length}):i("card.people_n",{count:e.length});return l`<div class="tile">
    <div class="who">
      <span class="badge">${d(W)}</span>
      <span class="n"><b dir="auto">${a.name||t.station.name}</b><small>${o}</small></span>
    </div>
    <button class="do faces" data-action="people" aria-haspopup="dialog">
      <span class="stack">${e.slice(0,ye).map(r=>v({...r,presence:"unknown"}))}</span>
      <span class="vh">${i("card.people")}</span>${d(be)}
    </button>
  </div>`}function Q(e){const t=a=>l`<button
      class="ib ${a==="video"?"go":"tonal"}"
      data-action="dial-${a}"
      data-kind=${a}
      aria-label=${i(`card.${a}_to`,{n:e.trim()})}
    >
      ${d(a==="video"?g:b)}
    </button>`;return l`<form class="find" role="search">
    ${d(O)}
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
    ${e.trim()?l`${t("voice")}${t("video")}<button
              class="ib"
              type="button"
              data-action="clear"
              aria-label=${i("card.clear")}
            >
              ${d(_)}
            </button>`:p}
  </form>`}const V=new Map;function R(e,t,a){const{language:n}=f.value,s=`${n} ${t}`;let o=V.get(s);return o||V.set(s,o=new Intl.DateTimeFormat(n,a)),o.format(e)}const j=e=>R(e,"time",{hour:"numeric",minute:"2-digit"});function X(e,t){const a=new Date(t).setHours(0,0,0,0);return e>=a&&e<=t?j(e):e>=a-6*864e5&&e<=t?R(e,"weekday",{weekday:"short"}):R(e,"date",{day:"numeric",month:"short"})}function ze(e){const t=Math.max(0,Math.round(e/1e3)),a=(s,o)=>new Intl.NumberFormat(f.value.language,{style:"unit",unit:o,unitDisplay:"short"}).format(s);if(t<60)return a(t,"second");const n=Math.round(t/60);return n<60?a(n,"minute"):`${a(Math.floor(n/60),"hour")} ${a(n%60,"minute")}`}const J=e=>new Intl.PluralRules(f.value.language).select(e)==="one";function K(e,t,a){const{snapshot:n,config:s,text:o}=e,[r]=t,c=s.search??!0;return l`<div class="hd">
      ${Y(e)}
      ${c?l`<button class="ib" data-action="dial-open" aria-expanded=${a} aria-label=${i("card.search")}>
              ${d(O)}
            </button>`:p}<button class="ib" data-action="settings" aria-label=${i("card.settings")}>${d(oe)}</button>
    </div>
    ${c&&a?Q(o):p} ${Z(e)}
    <ul class="rows">
      ${r?N(r):p}${n.accounts.length||n.contacts.length?qe(e):p}
    </ul>`}function qe(e){const{snapshot:t,config:a,text:n}=e,{contacts:s}=t;if(n.trim()){const r=F(y(s),n);return r.length?I(r,e):l`<li class="none">${i("card.none_found")}</li>`}const o=z(s,a)??y(s);return o.length?I(o,e):l`<li class="hero">${i(s.length?"card.none_match":"card.none_yet")}</li>`}function Y({snapshot:e,config:t}){const[a,n]=Me(e);return l`<div class="t">
    <h2 dir="auto">${t.name||e.station.name}</h2>
    <p class=${a} role="status" data-status=${a}>
      ${a==="quiet"?d(S):p}<span>${n}</span>
    </p>
  </div>`}function Me({accounts:e,quiet:t,quietUntil:a}){const n=e.filter(({status:s})=>s.state!=="online");return n.length>0&&n.every(({status:s})=>s.state==="connecting")?["away",i("card.connecting")]:e.length===1&&n.length===1?["away",i(n[0]?.status.state==="signed-out"?"card.signed_out":"card.account_away")]:n.length>0?["away",i("card.away",{count:n.length,all:e.length})]:t?["quiet",a===null?i("card.dnd"):i("card.dnd_until",{time:j(a)})]:["online",i("card.ready")]}const Z=({said:e})=>l`<p class="say" role="alert" ?hidden=${!e}>${e}</p>`,C=({direction:e,reason:t})=>e==="incoming"&&(t==="missed"||t==="do_not_disturb"||t==="busy_here");function Ie(e){const t=e.offered.video?"video":"voice";if(e.reason==="kiosk_closed")return i("recent.cut");if(e.connected!==null)return i("recent.talked",{kind:i(`out.${t}`),time:ze(e.ended-e.connected)});if(C(e))return i(`card.missed_${t}`);switch(e.reason){case"declined":case"remote_declined":return i("recent.declined");case"answered_elsewhere":return i("recent.elsewhere");case"no_answer":return i("recent.no_answer");default:return i("recent.none")}}function Se(e,{snapshot:t,hide:a,now:n}){const{accountId:s,contactId:o}=e.peer,r=t.contacts.find(x=>x.accountId===s&&x.id===o),c=a==="always"?i("card.somebody"):r?.name??e.peer.name,h=a==="always"?{id:"",name:"?",avatar:null}:{id:o,name:c,avatar:r?.avatar??null},m=e.offered.video?"video":"voice",u=C(e);return l`<li
    class="recent ${u?"missed":""}"
    data-account=${s}
    data-id=${o}
    data-entry=${e.id}
  >
    ${v(h)}
    <span class="n"
      ><b dir="auto">${c}</b
      ><small class=${u?"":"flip"}
        >${d(u?H:e.direction==="incoming"?fe:ge)}<span
          >${Ie(e)}</span
        ></small
      ></span
    >
    <time class="num">${X(e.began,n)}</time>
    <button class="ib tonal" data-action="call-${m}" aria-label=${i(`card.${m}_to`,{n:c})}>
      ${d(m==="video"?g:b)}
    </button>
  </li>`}function De(e,t,a,n){const s=(...o)=>e.problems.filter(({kind:r})=>o.includes(r)).map(Ne);return[...Ue(e,a),...s("storage"),...Re(e),...e.soundBlocked?[Ce()]:[],...Ae(e,a,n),...Oe(e,a),...Le(e),...Be(e),...je(e),...s("update-waiting","home-assistant-away","helpers-missing")].filter(({id:o})=>!t.has(o))}function Ue({calls:e},t){const a=e.filter(({phase:s})=>s!=="ended"&&s!=="ending"),n=a.filter(({phase:s})=>s==="ringing-in");return[...a.filter(({phase:s})=>s!=="ringing-in"),...n].map(s=>{const o=s.phase==="ringing-in",r=t==="always"||t==="while-ringing"&&o,c=r?i("card.somebody"):s.peer.name;return{id:`call-${s.id}`,tone:"go",icon:s.offered.video?g:b,...!r&&{face:{id:s.peer.contactId,name:c,avatar:s.avatar}},title:i(o?"card.calls_you":"card.in_progress",{n:c}),text:i(s.offered.video?"out.video":"out.voice"),brief:[c,o?i("card.calling"):i(s.offered.video?"out.video":"out.voice")],acts:[["show-call",i(o?"card.open":"card.back")]]}})}function Ne(e){switch(e.kind){case"storage":return{id:`storage-${e.problem}`,tone:"bad",icon:w,title:i("storage.title"),text:i(`storage.${e.problem}`),acts:[...e.problem==="corrupt"?[["dismiss",i("card.seen")]]:[],["reload",i("card.reload")]],data:`storage-${e.problem}`};case"insecure-page":return{id:e.kind,tone:"bad",icon:w,title:i("card.insecure"),text:i("card.insecure_text")};case"helpers-missing":{const t=e.entities.length;return{id:e.kind,icon:w,title:J(t)?i("card.helpers_one"):i("card.helpers",{count:t}),text:i("card.helpers_text"),acts:[["dismiss",i("card.seen")],["helpers",i("card.details")]],data:e.kind,minor:!0}}case"home-assistant-away":return{id:e.kind,tone:"warn",icon:E,title:i("card.ha_away"),text:i("card.ha_away_text"),acts:[["diagnostics",i("card.details")]],minor:!0};case"update-waiting":return{id:e.kind,icon:w,title:i("card.update"),text:i("card.update_text"),acts:[["reload",i("card.reload")]],minor:!0};default:return e}}const Re=({accounts:e})=>e.filter(({status:t})=>t.state==="signed-out").map(({id:t,address:a})=>({id:`signed-out-${t}`,tone:"bad",icon:L,title:i("card.sign_in_again",{account:a}),text:i("card.sign_in_again_text"),acts:[["sign-in-again",i("card.sign_in")]],account:t})),je=({accounts:e})=>e.filter(({status:t})=>t.state==="degraded").map(({id:t,address:a})=>({id:`away-${t}`,tone:"warn",icon:E,title:i("card.lost",{account:a}),text:i("card.lost_text"),brief:[i("card.connecting"),a],acts:[["settings",i("card.details")]]})),Ce=()=>({id:"sound",tone:"warn",icon:re,title:i("card.sound"),text:i("card.sound_text"),brief:[i("card.silent"),i("card.touch")],acts:[["allow-sound",i("card.sound_do")]]});function Ae({history:e,missed:t},a,n){if(!t)return[];const s=e.find(C),o=s&&a!=="always"?s.peer.name:"";return[{id:`missed-${s?.id??0}`,tone:"bad",icon:H,title:J(t)?i("card.missed"):i("card.missed_n",{count:t}),text:[o,s?X(s.began,n):""].filter(Boolean).join(", "),acts:[["seen",i("card.seen")],s?["again",i("card.call_back")]:["history",i("card.show_all")]],data:String(s?.id??"")}]}function Oe({history:[e]},t){return e?.reason!=="kiosk_closed"?[]:[{id:`cut-${e.id}`,tone:"bad",icon:b,title:i("card.cut",{n:t==="always"?i("card.somebody"):e.peer.name}),text:i("card.cut_text"),acts:[["dismiss",i("common.done")],["again",i("common.again")]],data:`cut-${e.id}`}]}const Le=({requests:e})=>e.map(({id:t,accountId:a,name:n,address:s})=>({id:`request-${a}-${t}`,icon:L,title:i("card.request",{n}),text:n===s?"":s,acts:[["reject",i("card.not_now")],["accept",i("card.accept")]],data:t,account:a}));function Be({quiet:e,quietUntil:t,settings:a,contacts:n}){if(!e)return[];const s=n.filter(c=>c.throughQuiet).map(({name:c})=>c),o=t===null?i("card.dnd_hand"):i("card.dnd_time",{time:j(t)}),r=new Intl.ListFormat(f.value.language,{type:"conjunction"});return[{id:"quiet",icon:S,title:i("card.dnd_note"),text:s.length&&s.length<4?i("card.dnd_except",{n:r.format(s)}):o,brief:[i("card.dnd"),o],acts:[a.doNotDisturb?["quiet",i("card.dnd_off")]:["settings",i("card.change")]]}]}const Fe=["Anna Berger","Ben","Grandma"];function Te(e){return{accounts:[],contacts:Fe.map((t,a)=>({id:`sample-${a}`,accountId:"",address:`sample-${a}`,name:t,avatar:null,presence:a===1?"in_call":"reachable",callable:{audio:!0,video:!0},encrypted:!0,favourite:!0,throughQuiet:!1})),requests:[],calls:[],history:[],missed:0,quiet:!1,quietUntil:null,problems:[],soundBlocked:!1,station:{slug:"sample",name:e,camera:"this_device",microphone:null,deviceCamera:null,speaker:null,dialAnyone:!1,scriptAnswersWithCamera:!1},settings:{doNotDisturb:!1}}}const ee=[ce,de],te=new Set,k=40;class He{#e;#n="";#s=!1;#i="";#o=k;#h=null;#r=!1;#d=null;#u=null;#t=null;#c=new IntersectionObserver(t=>{t.some(({isIntersecting:a})=>a)&&(this.#o+=k,this.#e.requestUpdate())});constructor(t){this.#e=t}get loading(){return this.#u}render(t){const{density:a}=this.#e,n=this.#m(t),s=De(n.snapshot,te,n.hide,n.now);if(t&&!t.accounts.length){const o=l`<ul class="notes">
        ${s.map(N)}
      </ul>`;return a==="compact"&&s.length?G(n,s):t.role==="stopped"?o:l`${o}${ne(g,"card.setup_lead",["sign-in","card.setup"],"card.setup_text")}`}return a==="panel"?this.#f(n,s):a==="compact"?G(n,s):K(n,s,this.#s)}renderDialog(t){if(!this.#r||!t||this.#e.density!=="compact")return p;const a=this.#m(t);return l`<dialog aria-label=${i("card.people")} @close=${this.#x}>
      <button class="ib shut" data-action="shut" aria-label=${i("card.close")}>${d(_)}</button>
      ${this.#f(a,[])}
    </dialog>`}updated(){const{renderRoot:t}=this.#e,a=t.querySelector("dialog");a&&!a.open&&a.showModal();const n=t.querySelector("[data-end]");n===this.#t?n&&this.#c.unobserve(n):this.#t&&this.#c.unobserve(this.#t),this.#t=n,n&&this.#c.observe(n)}leave(){this.#c.disconnect(),this.#t=null,this.#r=!1}input(t){const a=t.target;a instanceof HTMLInputElement&&(this.#n=a.value,this.#i="",this.#o=k,this.#e.requestUpdate())}submit(t){t.preventDefault();const a=this.#n.trim(),n=t instanceof SubmitEvent?t.submitter?.dataset.kind:void 0;a&&this.#p({text:a},n==="video")}act(t,a){const n=a.closest("[data-id]")?.dataset,{action:s,entry:o="",account:r=""}=a.dataset,c={accountId:n?.account??"",contactId:n?.id??""};switch(s){case"call-voice":case"call-video":return void this.#p(c,s==="call-video");case"contact":return void this.#e.open("contact",le(c.accountId,c.contactId));case"again":return this.#w(t,o);case"seen":return void this.#a(t.markSeen());case"dismiss":return this.#v(o);case"accept":return void this.#a(t.acceptRequest(r,o));case"reject":return void this.#a(t.rejectRequest(r,o));case"quiet":return void this.#a(t.configureDevice({doNotDisturb:!t.snapshot.value.settings.doNotDisturb}));case"show-call":return document.querySelector("ca-overlay")?.restore?.();case"dial-open":case"clear":return this.#b(s==="clear"||!this.#s);case"people":return this.#r=!0,this.#e.requestUpdate();case"shut":return this.#g();case"part":return this.#h=o,this.#e.requestUpdate();case"history":case"diagnostics":case"setup":return void this.#e.open(s,null);case"helpers":return void this.#e.open("setup","helpers")}}#m(t){const{config:a}=this.#e,n=t?.station.camera;return{snapshot:t??Te(a.name||"Call Assist"),config:t?a:{...a,contacts:[]},hide:se(t?.settings.hideNames??"show"),cameraName:A()?.cameras().find(({id:s})=>s===n)?.name??n??"",text:this.#n,said:this.#i,limit:this.#o,now:Date.now()}}#f(t,a){return this.#d?this.#d.panel(t,a,this.#h):(this.#u??=ie("panel",()=>import("./panel-C800rBfy.js")).then(n=>{if(this.#u=null,!n)return this.#e.fail();this.#d=n,this.#e.dress([...ee,n.styles]),this.#e.requestUpdate()}),K(t,a,this.#s))}#g(){this.#e.renderRoot.querySelector("dialog")?.close()}#x=()=>{this.#r=!1,this.#e.requestUpdate()};#b(t){this.#s=t,this.#n="",this.#i="",this.#o=k,this.#e.requestUpdate(),t&&requestAnimationFrame(()=>this.#e.renderRoot.querySelector("input")?.focus())}#w(t,a){const{history:n,missed:s}=t.snapshot.value,o=n.find(({id:h})=>a===String(h)||a===`cut-${h}`);if(!o)return;const{accountId:r,contactId:c}=o.peer;this.#p({accountId:r,contactId:c},o.offered.video),this.#v(a),s&&this.#a(t.markSeen())}#v(t){te.add(t),this.#e.requestUpdate()}#l(t){this.#i=t,this.#e.requestUpdate()}async#p(t,a){this.#l("");const n=await A()?.command({type:"dial",to:t,video:a,by:"touch"});n&&(!n.ok&&n.reason.startsWith("refused_")?this.#l(i(`refused.${n.reason}`)):n.ok&&(this.#g(),this.#b(!1)))}async#a(t){this.#l(""),await t.catch(()=>this.#l(i("setup.other")))}}const We=Object.freeze(Object.defineProperty({__proto__:null,LiveView:He,styles:ee},Symbol.toStringTag,{value:"Module"}));export{Z as a,y as b,z as c,Q as d,I as e,F as f,me as g,xe as h,ue as i,ve as j,M as k,We as l,S as m,N as n,W as p,Se as r,Y as s,we as t};
