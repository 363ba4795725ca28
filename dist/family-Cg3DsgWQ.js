import{i as u,d as b,f as x,w as h,b as a,A as r,e as d}from"./follow-CXILmOiZ.js";import{c as g}from"./repeat-5m6nAHTa.js";import{a as v}from"./avatar-D5ZbJEIc.js";import{b as y,a as $}from"./styles-vvU9KK_3.js";import{t as s}from"./more-D1QN5pac.js";import{c as w}from"./overlay-C8FqWk01.js";import{t as k,p as z}from"./talking-BImpIb-9.js";import"./live-CTku88e4.js";import"./live-BLqYFu5I.js";import"./app-oQJzt6yM.js";import"./station-of-CKuNdvPH.js";import"./target-of-C0PIqFxi.js";import"./devices-BSqrq19G.js";import"./view-BwsWWQp0.js";import"./displays-CZMmEMs6.js";import"./icons-BV_gccv2.js";import"./level-DapfjhjY.js";import"./scope-C3W3wVmq.js";import"./second-BiUaVYAY.js";const M=u`
  :host {
    display: block;
    position: relative;
    margin: 0 auto 16px;
    max-inline-size: calc(100% - 32px);
    /* Six of them fit beside each other on a tablet that stands upright. */
    --tile: clamp(104px, 14.5vw, 184px);
  }
  ul {
    display: flex;
    gap: 10px;
    margin: 0;
    padding: 4px;
    list-style: none;
    overflow-x: auto;
    scrollbar-width: none;
  }
  ul:focus-visible {
    border-radius: 22px;
    outline: 3px solid #fff;
    outline-offset: 0;
  }
  li {
    position: relative;
    flex: none;
    inline-size: var(--tile);
    aspect-ratio: 16 / 10;
    display: grid;
    place-items: center;
    overflow: hidden;
    border-radius: 18px;
    background: #15191d;
    box-shadow: 0 0 0 2px rgba(255, 255, 255, 0.22);
  }
  li.speaks {
    box-shadow: 0 0 0 4px #4cd964;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .av {
    --s: calc(var(--tile) * 0.32);
    margin-block-end: 20px;
  }
  p {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    margin: 0;
    padding: 14px 10px 6px;
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 16px;
    font-weight: 500;
    line-height: 1.2;
    color: #fff;
    background: linear-gradient(transparent, rgba(6, 8, 10, 0.82) 60%);
    --i: 18px;
  }
  .trouble {
    margin-block-end: 20px;
    padding: 4px 12px;
    border-radius: 12px;
    font-size: 15px;
    color: #fff;
    background: #b3261e;
  }
  bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-height: 520px) {
    :host {
      --tile: 104px;
      margin-block-end: 8px;
    }
  }
`;class m extends b{static styles=[y,M];static properties={people:{attribute:!1},large:{attribute:!1},nameless:{attribute:!1}};#e=new WeakMap;constructor(){super(),this.people=[],this.large=null,this.nameless=!1,x(this,()=>[h])}render(){return a`<ul tabindex="0" aria-label=${s("call.people")}>
      ${g(k(this.people,this.large),({id:e})=>e,e=>this.#i(e))}
    </ul>`}#i(e){const{id:i,audioMuted:l,speaking:c=!1,unreadable:t=!1}=e,p=z(e),o=this.nameless?s("call.somebody"):e.name??i,f={n:o};return a`<li class=${c&&!l?"speaks":""} data-participant=${this.nameless?r:i}>
      ${t?a`<span class="trouble" aria-hidden="true">${s("call.no_key")}</span>`:p?a`<video autoplay playsinline .muted=${!0} .srcObject=${this.#t(p)}></video>`:this.#a(e,o)}
      <p>
        ${l&&!t?d(w):r}<bdi>${o}</bdi>
        ${t||l?a`<span class="vh">${s(t?"call.unreadable":"call.muted",f)}</span>`:r}
      </p>
    </li>`}#a({id:e},i){return this.nameless?a`<span class="av nobody" aria-hidden="true"><span class="p">${d($)}</span></span>`:v({id:e,name:i,avatar:null})}#t(e){const i=this.#e.get(e)??new MediaStream([e]);return this.#e.set(e,i),i}}customElements.get("ca-family")||customElements.define("ca-family",m);function O(n,e,i){return a`<ca-family .people=${n} .large=${e} .nameless=${i}></ca-family>`}export{m as CaFamily,O as family};
