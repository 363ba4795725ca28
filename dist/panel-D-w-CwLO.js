import{A as l,e as x,v,b as n,i as z}from"./follow-CXILmOiZ.js";import{t}from"./live-BLqYFu5I.js";import{m as _,r as q,a as R,w as I,l as O,c as j,b as $,s as A,d as M,e as N,n as P,f as S,g as B,h as C,i as w,j as D,t as E,k as F,p as G,o as H,q as J}from"./live-DbVDz9pm.js";import{i as y}from"./end-reasons-Bq-Tj-rB.js";import{a as K}from"./avatar-D5ZbJEIc.js";import{p as L}from"./styles-vvU9KK_3.js";import{t as T}from"./target-of-C0PIqFxi.js";import"./app-oQJzt6yM.js";import"./view-B3YbeZbq.js";import"./fold-VATBWaTS.js";function X(a){const e=a.offered.video?"video":"voice";if(a.reason==="kiosk_closed")return t("recent.cut");if(a.connected!==null)return t("recent.talked",{kind:t(`out.${e}`),time:O(a.ended-a.connected)});if(y(a))return t(`card.missed_${e}`);switch(a.reason){case"declined":case"remote_declined":return t("recent.declined");case"accepted":return t("recent.accepted");case"answered_elsewhere":return t("recent.elsewhere");case"no_answer":return t("recent.no_answer");default:return t("recent.none")}}function Q(a,{snapshot:e,hide:i,now:s}){const{accountId:o,contactId:d}=a.peer,p=e.contacts.find(b=>b.accountId===o&&b.id===d),c=i==="always"?t("card.somebody"):p?.name??a.peer.name,u=i==="always"?{id:"",name:"?",avatar:null}:{id:d,name:c,avatar:p?.avatar??null},m=a.offered.video?"video":"voice",r=y(a),f=T(a.peer,e)!==null;return n`<li
    class="recent ${r?"missed":""}"
    data-account=${o}
    data-id=${d}
    data-entry=${a.id}
  >
    ${K(u)}
    <span class="n"
      ><b dir="auto">${c}</b
      ><small class=${r?"":"flip"}
        >${x(r?_:a.direction==="incoming"?q:R)}<span
          >${X(a)}</span
        ></small
      ></span
    >
    <time class="num">${I(a.began,s)}</time>
    ${f?n`<button class="ib tonal" data-action="call-${m}" aria-label=${t(`card.${m}_to`,{n:c})}>
            ${x(m==="video"?v:L)}
          </button>`:l}
  </li>`}const U=z`
  :host([density='panel']) ha-card {
    padding: 0;
    background: var(--bg);
  }
  .panel {
    flex: 1;
    block-size: 100%;
    min-block-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 404px);
  }
  .panel.alone {
    grid-template-columns: minmax(0, 1fr);
  }
  .main {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-inline-size: 0;
    min-block-size: 0;
    padding: 16px 24px 20px;
    overflow-y: auto;
  }
  .main > * {
    flex: none;
  }
  dialog .main > .hd {
    padding-inline-end: 44px;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 16px;
    min-block-size: 0;
    padding-block: 20px;
    padding-inline: 0 24px;
    overflow-y: auto;
  }
  dialog .side {
    padding-block-start: 64px;
  }
  .hd .big {
    inline-size: 56px;
    block-size: 56px;
    margin-inline-start: 8px;
  }
  .hd .big.on {
    background: var(--accent-fill);
    color: #fff;
  }
  .panel .find {
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .sec {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    min-block-size: 28px;
    margin-block-end: 8px;
  }
  .sec h3 {
    font-size: 18px;
    font-weight: 500;
  }
  .sec .mut {
    font-size: 15px;
    color: var(--quiet);
  }
  h4 {
    margin: 12px 4px 6px;
    font-size: 15px;
    font-weight: 500;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }
  .btn.text {
    background: none;
    padding-inline: 12px;
    margin-inline-end: -12px;
    margin-block: -12px;
  }
  .faces {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(168px, 1fr));
    gap: 12px;
  }
  .face,
  .list,
  .box {
    background: var(--surface);
    border-radius: 20px;
    box-shadow: inset 0 0 0 1px var(--line);
  }
  .face {
    display: flex;
    flex-direction: column;
    gap: 12px;
    min-inline-size: 0;
    padding: 18px 14px 14px;
  }
  .face > .who {
    flex: 1;
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 2px;
    inline-size: 100%;
    min-inline-size: 0;
    border-radius: 16px;
    line-height: 1.25;
    text-align: center;
  }
  .face .av {
    --s: 92px;
    margin-block-end: 8px;
  }
  .face .d {
    inline-size: 22px;
    block-size: 22px;
    inset-block-end: 2px;
    inset-inline-end: 2px;
  }
  .face b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    max-inline-size: 100%;
    overflow: hidden;
    font-size: 20px;
    overflow-wrap: anywhere;
  }
  .face small {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-block-size: 20px;
    font-size: 15px;
    color: var(--quiet);
  }
  .face .acts .ib {
    flex: 1;
    block-size: 56px;
    border-radius: 16px;
  }
  .list {
    padding: 4px 12px;
  }
  .list > .row + .row {
    border-block-start: 1px solid var(--line);
  }
  .box {
    display: flex;
    flex-direction: column;
    flex: none;
    padding: 14px 16px;
  }
  .box[data-part='recent'] {
    flex: 0 1 auto;
    min-block-size: 180px;
  }
  .box > ul {
    min-block-size: 0;
    margin-inline: -4px;
    padding-inline: 4px;
    overflow-y: auto;
  }
  .recent {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 68px;
  }
  .recent .av {
    --s: 44px;
  }
  .recent .n {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .recent b {
    display: block;
    overflow: hidden;
    font-size: 17px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .recent small {
    display: flex;
    align-items: center;
    gap: 6px;
    --i: 16px;
    font-size: 14px;
    color: var(--quiet);
  }
  .recent time {
    flex: none;
    font-size: 14px;
    color: var(--quiet);
  }
  .recent.missed :is(b, small, time) {
    color: var(--stop-ink);
  }
  .flip > .i:dir(rtl) {
    transform: scaleX(-1);
  }
  .station {
    display: flex;
    align-items: center;
    gap: 12px;
    min-inline-size: 0;
    line-height: 1.3;
  }
  .station .n {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .station :is(b, small) {
    display: block;
  }
  .station small {
    font-size: 14px;
    color: var(--quiet);
  }
  .tabs {
    display: none;
  }
  @container (max-width: 900px) {
    .panel {
      display: block;
      overflow-y: auto;
    }
    .main,
    .side {
      overflow: visible;
    }
    .main {
      padding-block-end: 16px;
    }
    .side,
    dialog .side {
      padding-block: 0 20px;
      padding-inline: 24px;
    }
  }
  @container (max-width: 600px) {
    .panel {
      display: flex;
      flex-direction: column;
      overflow: hidden;
    }
    .hd p > span {
      white-space: normal;
    }
    .main,
    .side,
    dialog .side {
      padding-inline: 16px;
    }
    .main {
      flex: 0 1 auto;
      gap: 12px;
      padding-block: 8px 12px;
      overflow-y: auto;
    }
    .panel:is([data-part='recent'], [data-part='station']) .main {
      flex: none;
    }
    .side {
      flex: 0 1 auto;
      overflow-y: auto;
    }
    .panel[data-part='favourites'] :is(.side, [data-part='everyone']),
    .panel[data-part='everyone'] :is(.side, [data-part='favourites']),
    .panel[data-part='recent'] [data-part]:not([data-part='recent']),
    .panel[data-part='station'] [data-part]:not([data-part='station']) {
      display: none;
    }
    .faces {
      grid-template-columns: repeat(auto-fill, minmax(136px, 1fr));
    }
    .face {
      padding: 14px 12px 12px;
    }
    .face .av {
      --s: 72px;
    }
    .tabs {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      flex: none;
      margin-block-start: auto;
      padding: 6px 8px 10px;
      background: var(--surface);
      border-block-start: 1px solid var(--line);
    }
    .tabs button {
      position: relative;
      min-block-size: 60px;
      border-radius: 16px;
      display: grid;
      place-items: center;
      align-content: center;
      gap: 2px;
      font-size: 14px;
      font-weight: 500;
      line-height: 1.15;
      color: var(--quiet);
    }
    .tabs span {
      max-inline-size: 100%;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .tabs [aria-current] {
      background: var(--accent-tint);
      color: var(--accent-ink);
    }
    .tabs em {
      position: absolute;
      inset-block-start: 4px;
      inset-inline-start: calc(50% + 6px);
      min-inline-size: 20px;
      padding-inline: 4px;
      border-radius: 10px;
      background: var(--stop-fill);
      color: #fff;
      font: 500 13px/20px inherit;
      font-style: normal;
      text-align: center;
    }
  }
`,k=["favourites","everyone","recent","station"];function V(a,e,i){const{snapshot:s,config:o,text:d}=a,{contacts:p}=s,c=j(p,o)??[],u=o.contacts?.length?[]:$(p).filter(h=>!c.includes(h)),m=(o.search??!0)&&d.trim()!=="",r={favourites:c.length>0,everyone:u.length>0||!c.length,recent:o.recents??!0,station:o.stations??!0},f=k.filter(h=>r[h]),b=i&&r[i]?i:f[0];return n`<div class="panel ${r.recent||r.station?"":"alone"}" data-part=${b??""}>
    <div class="main" data-scroll>
      <div class="hd">${A(a)}${W(a)}</div>
      ${o.search??!0?M(d):l} ${N(a)}
      ${e.length?n`<ul class="notes">
              ${e.map(P)}
            </ul>`:l}
      ${m?ea(a):n`${r.favourites?Y(c,a):l}
            ${r.everyone?aa(u,a):l}`}
    </div>
    ${r.recent||r.station?n`<div class="side">${r.recent?na(a):l} ${r.station?ta(a):l}</div>`:l}
    ${f.length>1?sa(f,b,a):l}
  </div>`}function W({snapshot:a}){const{quiet:e}=a;return n`<button
      class="ib big ${e?"on":"tonal"}"
      data-action="quiet"
      aria-pressed=${e}
      aria-label=${t("card.dnd")}
    >
      ${x(S)}</button
    ><button class="ib big tonal" data-action="settings" aria-label=${t("card.settings")}>${x(B)}</button>`}const g=(a,e)=>n`<div class="sec">
    <h3>${a}</h3>
    ${e}
  </div>`;function Y(a,e){const{config:i}=e,s=a.filter(({presence:o})=>o==="reachable").length;return n`<section data-part="favourites">
    ${g(t("card.favourites"),i.presence??!0?n`<span class="mut">${t("card.reachable_n",{count:s})}</span>`:l)}
    <ul class="faces">
      ${a.slice(0,e.limit).map(o=>Z(o,e))}${a.length>e.limit?n`<li class="end" data-end aria-hidden="true"></li>`:l}
    </ul>
  </section>`}function Z(a,e){const{avatar:i,word:s,call:o,who:d}=J(a,e);return n`<li class="face" data-contact=${a.address} data-account=${a.accountId} data-id=${a.id}>
    ${d("who",n`${i}<b dir="auto">${a.name}</b><small dir="auto">${s}</small>`)}
    <span class="acts">${o}</span>
  </li>`}function aa(a,e){const{contacts:i}=e.snapshot;let s=e.limit;const o=D(a).map(({title:p,people:c})=>{const u=s>0?w(c,e,s):[];return s-=c.length,u.length?n`<li>
          ${p?n`<h4 dir="auto">${p}</h4>`:l}
          <ul class="list">
            ${u}
          </ul>
        </li>`:l}),d=s<=0&&a.length>e.limit;return n`<section data-part="everyone">
    ${g(t("card.everyone"),n`<span class="mut">${t("card.people_n",{count:i.length})}</span>`)}
    ${a.length?n`<ul class="groups">
            ${o}${d?n`<li class="end" data-end aria-hidden="true"></li>`:l}
          </ul>`:n`<p class="none">${t(i.length?"card.none_match":"card.none_yet")}</p>`}
  </section>`}function ea(a){const e=C($(a.snapshot.contacts),a.text);return n`<section data-part="found">
    ${g(t("card.found"),n`<span class="mut" role="status">${e.length}</span>`)}
    ${e.length?n`<ul class="list">
            ${w(e,a)}
          </ul>`:n`<p class="none">${t("card.none_found")}</p>`}
  </section>`}function na(a){const{history:e}=a.snapshot;return n`<section class="box" data-part="recent">
    ${g(t("card.recent"),n`<button class="btn text" data-action="history">${t("card.show_all")}</button>`)}
    ${e.length?n`<ul>
            ${e.map(i=>Q(i,a))}
          </ul>`:n`<p class="none">${t("card.no_recent")}</p>`}
  </section>`}function ta({snapshot:{station:a},cameraName:e}){const i=a.camera==="this_device"?t("card.this_camera"):e;return n`<section class="box" data-part="station">
    ${g(t("card.station"),n`<button class="btn text" data-action="setup">${t("card.change")}</button>`)}
    <p class="station">
      <span class="badge">${x(v)}</span>
      <span class="n"><b dir="auto">${a.name}</b><small>${i}</small></span>
    </p>
  </section>`}const ia={favourites:H,everyone:G,recent:F,station:E};function sa(a,e,{snapshot:{missed:i}}){return n`<nav class="tabs" aria-label=${t("card.parts")}>
    ${a.map(s=>n`<button data-action="part" data-entry=${s} aria-current=${s===e?"true":l}>
          ${x(ia[s])}<span>${t(s==="station"?"card.station_tab":`card.${s}`)}</span>${s==="recent"&&i?n`<em class="num">${i}</em>`:l}
        </button>`)}
  </nav>`}export{k as PARTS,V as panel,U as styles};
