import{e as w,b as l,A as u}from"./follow-CXILmOiZ.js";import{l as o}from"./live-CTku88e4.js";import{t as r,e as y,f as m}from"./pages-Biu1WDUk.js";import{R as h}from"./app-oQJzt6yM.js";const d=({name:a,help:e})=>e?`${a}-help`:u,g=({name:a,help:e})=>l`<small id="${a}-help">${e??""}</small>`,b=a=>l`<span class="t"
    ><b><label for=${a.name}>${a.word}</label></b
    >${g(a)}</span
  >`;function k(a){return l`<label class="line"
    ><span class="t"><b id="${a.name}-word">${a.word}</b>${g(a)}</span
    ><input
      class="sw"
      type="checkbox"
      role="switch"
      name=${a.name}
      aria-labelledby="${a.name}-word"
      aria-describedby=${d(a)}
      .checked=${o(a.on)}
      @change=${e=>a.change(e.target.checked)}
  /></label>`}function v(a){const{name:e,choices:n,chosen:t,also:c,change:i}=a;return l`<div class="line">
    ${b(a)}
    <select
      class="in"
      id=${e}
      aria-describedby=${d(a)}
      .value=${o(t)}
      @change=${s=>i(s.target.value)}
    >
      ${n.map(({id:s,label:p})=>l`<option value=${s} ?selected=${s===t}>${p}</option>`)}
    </select>
    ${c??u}
  </div>`}function x(a){const{name:e,share:n,change:t}=a;return l`<div class="line">
    ${b(a)}
    <span class="range"
      ><input
        type="range"
        id=${e}
        min="0"
        max="100"
        step="5"
        aria-describedby=${d(a)}
        aria-valuetext=${m(n)}
        .value=${o(String(Math.round(n*100)))}
        @change=${c=>t(c.target.valueAsNumber/100)}
      /><span class="num">${m(n)}</span></span
    >
  </div>`}function R(a){const{name:e,value:n,longest:t,placeholder:c,change:i}=a;return l`<div class="line">
    ${b(a)}
    <input
      class="in"
      id=${e}
      dir="auto"
      maxlength=${t}
      autocomplete="off"
      placeholder=${c??u}
      aria-describedby=${d(a)}
      .value=${o(n)}
      @change=${s=>i(s.target.value.trim())}
    />
  </div>`}function N(a,e,n,t,c){return l`<div class="seg" role="radiogroup" aria-label=${e}>
    ${n.map(({id:i,label:s})=>l`<label
          ><input
            type="radio"
            name=${a}
            value=${i}
            .checked=${o(i===t)}
            @change=${()=>c(i)}
          /><span>${s}</span></label
        >`)}
  </div>`}function A(a){const{name:e,chosen:n,fallback:t,change:c,preview:i}=a,s=h.map($=>({id:$,label:r(`set.tone.${$}`)})),p=n??t??"chimes";return v({name:e,word:r("set.ringtone"),choices:t?[{id:"",label:r("set.tone_device")},...s]:s,chosen:n??"",change:$=>c(h.find(f=>f===$)??null),also:l`<button
      class="ib tonal"
      data-action="preview"
      aria-label=${r("set.play")}
      @click=${()=>i(p)}
    >
      ${w(y)}
    </button>`})}function S(a,e,{yes:n,no:t}){return l`<div class="part" role="group">
    <p role="alert">${a}</p>
    <div class="acts">
      <button class="btn edge" data-action="cancel" @click=${t}>${r("common.cancel")}</button>
      <button class="btn stop" data-action="confirm" @click=${n}>${e}</button>
    </div>
  </div>`}export{k as a,N as b,S as c,A as d,x as r,v as s,R as t};
