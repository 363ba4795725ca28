import{n as y,A as o,u as e,s as f,x as k}from"./app-Y0z-pJrJ.js";import{t as s}from"./live-COBrK9xO.js";import{c as z,b as h,s as _,d as q,a as R,n as N,m as j,g as A,f as P,e as v,i as S,r as B,t as C,h as D,p as E,j as F,k as G}from"./live-CaHf-Aq-.js";import"./view-1H_K8x5k.js";import"./avatar-CJSuQZL6.js";const H=y`
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
`,$=["favourites","everyone","recent","station"];function I(a,n,t){const{snapshot:i,config:l,text:p}=a,{contacts:d}=i,c=z(d,l)??[],x=l.contacts?.length?[]:h(d).filter(b=>!c.includes(b)),w=(l.search??!0)&&p.trim()!=="",r={favourites:c.length>0,everyone:x.length>0||!c.length,recent:l.recents??!0,station:l.stations??!0},m=$.filter(b=>r[b]),g=t&&r[t]?t:m[0];return e`<div class="panel ${r.recent||r.station?"":"alone"}" data-part=${g??""}>
    <div class="main" data-scroll>
      <div class="hd">${_(a)}${J(a)}</div>
      ${l.search??!0?q(p):o} ${R(a)}
      ${n.length?e`<ul class="notes">
              ${n.map(N)}
            </ul>`:o}
      ${w?T(a):e`${r.favourites?K(c,a):o}
            ${r.everyone?M(x,a):o}`}
    </div>
    ${r.recent||r.station?e`<div class="side">${r.recent?X(a):o} ${r.station?O(a):o}</div>`:o}
    ${m.length>1?U(m,g,a):o}
  </div>`}function J({snapshot:a}){const{doNotDisturb:n}=a.settings;return e`<button
      class="ib big ${n?"on":"tonal"}"
      data-action="quiet"
      aria-pressed=${n}
      aria-label=${s("card.dnd")}
    >
      ${f(j)}</button
    ><button class="ib big tonal" data-action="settings" aria-label=${s("card.settings")}>${f(A)}</button>`}const u=(a,n)=>e`<div class="sec">
    <h3>${a}</h3>
    ${n}
  </div>`;function K(a,n){const{config:t}=n,i=a.filter(({presence:l})=>l==="reachable").length;return e`<section data-part="favourites">
    ${u(s("card.favourites"),t.presence??!0?e`<span class="mut">${s("card.reachable_n",{count:i})}</span>`:o)}
    <ul class="faces">
      ${a.slice(0,n.limit).map(l=>L(l,n))}${a.length>n.limit?e`<li class="end" data-end aria-hidden="true"></li>`:o}
    </ul>
  </section>`}function L(a,n){const{avatar:t,word:i,call:l,who:p}=G(a,n);return e`<li class="face" data-contact=${a.address} data-account=${a.accountId} data-id=${a.id}>
    ${p("who",e`${t}<b dir="auto">${a.name}</b><small dir="auto">${i}</small>`)}
    <span class="acts">${l}</span>
  </li>`}function M(a,n){const{contacts:t}=n.snapshot;let i=n.limit;const l=S(a).map(({title:d,people:c})=>{const x=i>0?v(c,n,i):[];return i-=c.length,x.length?e`<li>
          ${d?e`<h4 dir="auto">${d}</h4>`:o}
          <ul class="list">
            ${x}
          </ul>
        </li>`:o}),p=i<=0&&a.length>n.limit;return e`<section data-part="everyone">
    ${u(s("card.everyone"),e`<span class="mut">${s("card.people_n",{count:t.length})}</span>`)}
    ${a.length?e`<ul class="groups">
            ${l}${p?e`<li class="end" data-end aria-hidden="true"></li>`:o}
          </ul>`:e`<p class="none">${s(t.length?"card.none_match":"card.none_yet")}</p>`}
  </section>`}function T(a){const n=P(h(a.snapshot.contacts),a.text);return e`<section data-part="found">
    ${u(s("card.found"),e`<span class="mut" role="status">${n.length}</span>`)}
    ${n.length?e`<ul class="list">
            ${v(n,a)}
          </ul>`:e`<p class="none">${s("card.none_found")}</p>`}
  </section>`}function X(a){const{history:n}=a.snapshot;return e`<section class="box" data-part="recent">
    ${u(s("card.recent"),e`<button class="btn text" data-action="history">${s("card.show_all")}</button>`)}
    ${n.length?e`<ul>
            ${n.map(t=>B(t,a))}
          </ul>`:e`<p class="none">${s("card.no_recent")}</p>`}
  </section>`}function O({snapshot:{station:a},cameraName:n}){const t=a.camera==="this_device"?s("card.this_camera"):n;return e`<section class="box" data-part="station">
    ${u(s("card.station"),e`<button class="btn text" data-action="setup">${s("card.change")}</button>`)}
    <p class="station">
      <span class="badge">${f(k)}</span>
      <span class="n"><b dir="auto">${a.name}</b><small>${t}</small></span>
    </p>
  </section>`}const Q={favourites:F,everyone:E,recent:D,station:C};function U(a,n,{snapshot:{missed:t}}){return e`<nav class="tabs" aria-label=${s("card.parts")}>
    ${a.map(i=>e`<button data-action="part" data-entry=${i} aria-current=${i===n?"true":o}>
          ${f(Q[i])}<span>${s(i==="station"?"card.station_tab":`card.${i}`)}</span>${i==="recent"&&t?e`<em class="num">${t}</em>`:o}
        </button>`)}
  </nav>`}export{$ as PARTS,I as panel,H as styles};
