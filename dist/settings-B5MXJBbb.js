import{A as p,u as c,n as k,s as y,L as _}from"./app-Y0z-pJrJ.js";import{P as u,t,e as x,l as A}from"./pages-CXwiQy5o.js";import{g as m,f as q,h as b,w as v,t as C,c as g,r as S,i as w,u as I,l as R}from"./rows-C3naBxZ5.js";import{C as T}from"./accounts-BBTNhqOl.js";import{a as U}from"./avatar-CJSuQZL6.js";import{p as j}from"./view-1H_K8x5k.js";import{l as D}from"./live-iogHi4ow.js";import"./live-COBrK9xO.js";import"./more-C15upvYQ.js";import"./setup-BPqFui-p.js";class L extends u{render(){const s=this.snapshot.contacts.filter(({autoAnswer:e})=>e!=="off");return c`${s.map(e=>c`<div class="line">
            ${U({...e,presence:"unknown"})}
            <span class="t"
              ><b><bdi>${e.name}</bdi></b
              ><small>${t(e.autoAnswer==="video"?"con.drop_in.video":"con.drop_in.voice")}</small></span
            >
            <button
              class="btn edge"
              data-action="person"
              aria-label="${t("set.change")}: ${e.name}"
              @click=${()=>this.open("contact",j(e.accountId,e.id))}
            >
              ${t("set.change")}
            </button>
          </div>`)}
      <div class="line">
        <span class="t"><small>${t(s.length?"set.drop_in_only":"set.drop_in_none")}</small></span>
        ${this.snapshot.contacts.length?c`<button class="btn edge" data-action="people" @click=${()=>this.open("contact")}>
                ${t("set.drop_in_add")}
              </button>`:p}
      </div>
      <p class="said" role="status">${this.said}</p>`}}const E=["none","pin","admin"];class z extends u{static properties={choosing:{state:!0},wrong:{state:!0}};constructor(){super(),this.choosing=!1,this.wrong=""}render(){const{lock:s}=this.snapshot.settings;return c`${m({name:"lock",word:t("lock.kind"),help:t("lock.kind_help"),choices:E.map(e=>({id:e,label:t(`lock.kind.${e}`)})),chosen:this.choosing?"pin":s,change:e=>this.#s(e)})}
      ${this.choosing?this.#e():s==="none"?p:this.#t(s)}
      <p class="said" role="status">${this.said}</p>`}#t(s){return s!=="pin"?p:c`<div class="acts">
      <button class="btn edge" data-action="change-pin" @click=${()=>this.choosing=!0}>
        ${t("lock.change")}
      </button>
      <button class="btn edge" data-action="lock-now" @click=${()=>this.callAssist.lock()}>${t("lock.now")}</button>
    </div>`}#e(){const s=(e,a)=>c`<div class="field">
        <label for=${e}>${a}</label>
        <input
          class="in"
          id=${e}
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="12"
          aria-invalid=${this.wrong?"true":"false"}
          aria-describedby="pin-hint"
        />
      </div>`;return c`<form @submit=${this.#n}>
      ${s("new-pin",t("lock.new"))} ${s("same-pin",t("lock.repeat"))}
      <p class="hint ${this.wrong?"err":""}" id="pin-hint" role=${this.wrong?"alert":p}>
        ${this.wrong||t("lock.pin_help")}
      </p>
      <div class="acts">
        <button
          type="button"
          class="btn edge"
          data-action="cancel"
          @click=${()=>{this.choosing=!1,this.wrong=""}}
        >
          ${t("common.cancel")}
        </button>
        <button class="btn solid" data-action="save-pin">${t("common.save")}</button>
      </div>
    </form>`}#s(s){this.wrong="",this.said="",this.choosing=s==="pin"&&this.snapshot.settings.lock!=="pin",!this.choosing&&s!==this.snapshot.settings.lock&&this.#a({lock:s},""),this.requestUpdate()}#n=async s=>{s.preventDefault();const[e,a]=["#new-pin","#same-pin"].map(i=>this.renderRoot.querySelector(i)?.value??"");if(/^\d{4,12}$/.test(e??"")?e!==a?this.wrong=t("lock.differ"):this.wrong="":this.wrong=t("lock.pin_help"),this.wrong||!e)return void this.renderRoot.querySelector("#new-pin")?.focus();await this.#a({lock:"pin",pin:e},t("lock.saved"))&&(this.choosing=!1)};async#a(s,e){let a=!1;const i=async()=>{try{await this.callAssist.configureDevice(s)}catch(h){throw a=x(h)==="not_admin",h}},l=await this.tell(i,e);return a&&(this.said=t("lock.not_admin")),l}}const N={days:[0,1,2,3,4,5,6],from:"21:30",to:"07:00"};class W extends u{static styles=[...u.styles,k`
      .times {
        display: grid;
        gap: 12px;
        padding-block: 12px;
      }
      .times + .times {
        border-block-start: 1px solid var(--line);
      }
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .days button {
        min-inline-size: 48px;
        min-block-size: 48px;
        padding: 4px 10px;
        border-radius: 24px;
        font-weight: 500;
        background: var(--sunken);
      }
      .days [aria-pressed='true'] {
        background: var(--accent-fill);
        color: #fff;
      }
      .span {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
      }
      .span label {
        display: grid;
        gap: 4px;
        font-size: 15px;
        color: var(--quiet);
      }
      .span .in {
        min-block-size: 48px;
        inline-size: 140px;
        color: var(--text);
      }
    `];static properties={editing:{state:!0}};constructor(){super(),this.editing=null}render(){const{settings:s,quietUntil:e}=this.snapshot,{quietTimes:a}=s;return c`${e===null?p:c`<p class="hint">${t("set.quiet_until",{time:q(e)})}</p>`}
      ${a.map((i,l)=>l===this.editing?this.#e(i,l):this.#t(i,l))}
      <div class="acts">
        <button
          class="btn"
          data-action="add-time"
          @click=${()=>{this.#s([...a,N]).then(i=>i&&(this.editing=a.length))}}
        >
          ${t("set.quiet_add")}
        </button>
      </div>
      <p class="said" role="status">${this.said}</p>`}#t(s,e){const a=t("set.quiet_span",{from:b(s.from),to:b(s.to)}),i=f(s.days);return c`<div class="line">
      <span class="t"><b>${i}</b><small>${a}</small></span>
      <button
        class="btn edge"
        data-action="edit-time"
        aria-label="${t("set.change")}: ${i}, ${a}"
        @click=${()=>this.editing=e}
      >
        ${t("set.change")}
      </button>
    </div>`}#e(s,e){const{quietTimes:a}=this.snapshot.settings,i=o=>{this.#s(a.map((n,r)=>r===e?{...n,...o}:n))},l=o=>i({days:s.days.includes(o)?s.days.filter(n=>n!==o):[...s.days,o].toSorted((n,r)=>n-r)}),h=(o,n)=>c`<label
        >${n}<input
          class="in"
          type="time"
          name=${o}
          required
          .value=${D(s[o])}
          @change=${r=>i({[o]:r.target.value.slice(0,5)})}
      /></label>`;return c`<div class="times" role="group" aria-label=${f(s.days)}>
      <div class="days">
        ${v().map(({day:o,short:n,long:r})=>c`<button
              data-day=${o}
              aria-label=${r}
              aria-pressed=${s.days.includes(o)}
              @click=${()=>l(o)}
            >
              ${n}
            </button>`)}
      </div>
      <div class="span">${h("from",t("set.quiet_from"))}${h("to",t("set.quiet_to"))}</div>
      <div class="acts">
        <button
          class="btn edge"
          data-action="remove-time"
          @click=${()=>{this.editing=null,this.#s(a.filter((o,n)=>n!==e))}}
        >
          ${t("set.remove")}
        </button>
        <button class="btn solid" data-action="done" @click=${()=>this.editing=null}>${t("common.done")}</button>
      </div>
    </div>`}#s(s){return this.tell(()=>this.callAssist.configureDevice({quietTimes:s}))}}function f(d){return d.length===0?t("set.quiet_never"):d.length===7?t("set.quiet_daily"):v().filter(({day:s})=>d.includes(s)).map(({short:s})=>s).join(", ")}const O={microphone:"audioinput",deviceCamera:"videoinput",speaker:"audiooutput"};class V extends u{static properties={found:{state:!0}};devices=navigator.mediaDevices;constructor(){super(),this.found=[]}connectedCallback(){super.connectedCallback(),this.devices?.addEventListener("devicechange",this.#t),this.#t()}disconnectedCallback(){super.disconnectedCallback(),this.devices?.removeEventListener("devicechange",this.#t)}#t=()=>{this.#e()};async#e(){this.found=await this.devices?.enumerateDevices().catch(()=>[])??[]}render(){const{station:s}=this.snapshot,e=this.found.some(({kind:a,label:i})=>a!=="audiooutput"&&i==="");return c`${C({name:"name",word:t("set.name"),value:s.name,longest:60,change:a=>{this.#i({name:a})}})}
      ${this.#s(s)}
      ${s.camera==="this_device"?this.#a("deviceCamera",t("set.device_camera")):p}
      ${this.#a("microphone",t("call.mic"))}
      ${this.#n("audiooutput")?this.#a("speaker",t("set.speaker")):p}
      ${e?c`<div class="line">
              <span class="t"><small>${t("set.devices_hidden")}</small></span>
              <button class="btn edge" data-action="name-devices" @click=${()=>{this.#o()}}>
                ${t("set.devices_show")}
              </button>
            </div>`:p}
      ${g({name:"dialAnyone",word:t("set.dial_anyone"),on:s.dialAnyone,change:a=>{this.#i({dialAnyone:a})}})}
      ${g({name:"scriptAnswersWithCamera",word:t("set.script_camera"),on:s.scriptAnswersWithCamera,change:a=>{this.#i({scriptAnswersWithCamera:a})}})}
      <p class="said" role="status">${this.said}</p>`}#s({camera:s}){const e=this.callAssist.cameras().filter(({id:i})=>i!=="this_device"),a=s==="this_device"||e.some(({id:i})=>i===s);return m({name:"camera",word:t("set.camera"),choices:[{id:"this_device",label:t("call.this_camera")},...a?[]:[{id:s,label:t("set.camera_gone",{camera:s})}],...e.map(({id:i,name:l,available:h})=>({id:i,label:h?l:t("set.camera_gone",{camera:l})}))],chosen:s,change:i=>{this.#i({camera:i})}})}#n(s){return this.found.some(e=>e.kind===s&&e.deviceId!=="")}#a(s,e){const a=this.snapshot.station[s],i=this.found.filter(({kind:n,deviceId:r})=>n===O[s]&&r!==""),l=i.find(({deviceId:n})=>n===a?.deviceId)??i.find(({label:n})=>n!==""&&n===a?.label),h=a&&!l?[{id:a.deviceId,label:t("set.camera_gone",{camera:a.label||e})}]:[],o=n=>{const r=i.find(({deviceId:$})=>$===n);return r?{deviceId:r.deviceId,label:r.label}:null};return m({name:s,word:e,choices:[{id:"",label:t("set.device_default")},...h,...i.map(({deviceId:n,label:r},$)=>({id:n,label:r||`${e} ${$+1}`}))],chosen:l?.deviceId??a?.deviceId??"",change:n=>{this.#i({[s]:o(n)})}})}async#o(){const{devices:s}=this,e=async()=>{const a=this.snapshot.station.camera==="this_device",i=await s?.getUserMedia({audio:!0,video:a});for(const l of i?.getTracks()??[])l.stop()};await this.tell(e,"",t("set.devices_denied")),await this.#e()}#i(s){return this.tell(()=>this.callAssist.configureStation(s))}}const P=1e6;class G extends u{download=B;render(){return c`<div class="line">
        <span class="t"><b>${t("set.transfer")}</b><small>${t("set.transfer_help")}</small></span>
        <span class="acts">
          <button class="btn edge" data-action="export" @click=${()=>{this.#t()}}>${t("set.export")}</button>
          <button
            class="btn edge"
            data-action="import"
            @click=${()=>this.renderRoot.querySelector("#file")?.click()}
          >
            ${t("set.import")}
          </button>
          <input id="file" type="file" accept="application/json,.json" hidden @change=${this.#e} />
        </span>
      </div>
      <p class="said" role="status">${this.said}</p>`}async#t(){const s=async()=>{this.download("call-assist-settings.json",await this.callAssist.exportSettings())};await this.tell(s,t("set.exported"),t("setup.other"))}#e=async s=>{const e=s.target,[a]=e.files??[];a&&(await this.take(a),e.value="")};async take(s){if(s.size>P)return void(this.said=t("set.import_wrong",{key:"file"}));const e=await s.text();let a=null;const i=async()=>{try{await this.callAssist.importSettings(e)}catch(l){throw a=l instanceof RangeError?H(l):null,l}};await this.tell(i,t("set.imported"),t("setup.other")),a!==null&&(this.said=t("set.import_wrong",{key:a}))}}const H=({message:d})=>(d.split(":")[0]??"").slice(0,60);function B(d,s){const e=URL.createObjectURL(new Blob([s],{type:"application/json"}));Object.assign(document.createElement("a"),{href:e,download:d}).click(),setTimeout(()=>URL.revokeObjectURL(e),1e4)}const M=[15,30,45,60,90,120];class Q extends u{render(){const{lock:s}=this.snapshot;return c`<p class="said" role="status">${this.said}</p>
      ${s.locked?this.#t():this.#e()}`}#t(){return c`<div class="box">
        <div class="line">
          <span class="state">${y(A)}</span>
          <span class="t"><b>${t("lock.title")}</b><small>${t("lock.text")}</small></span>
          <button class="btn solid" data-action="unlock" @click=${()=>this.unlock(()=>{})}>
            ${t("lock.open")}
          </button>
        </div>
        ${this.#a()} ${this.#o()}
      </div>
      <h3 class="cap">${t("set.more")}</h3>
      <div class="box">${this.#c()}</div>`}#e(){const{callAssist:s}=this;return c`<div class="cols">
      <div>
        <h3 class="cap">${t("set.ringing")}</h3>
        <div class="box">${this.#n()}</div>
        <h3 class="cap">${t("set.quiet")}</h3>
        <div class="box">
          ${this.#a()}<ca-quiet-times class="part" .callAssist=${s}></ca-quiet-times>
        </div>
        <h3 class="cap">${t("set.drop_in")}</h3>
        <div class="box"><ca-drop-in .callAssist=${s}></ca-drop-in></div>
        <h3 class="cap">${t("set.calls")}</h3>
        <div class="box">${this.#i()}</div>
      </div>
      <div>
        <h3 class="cap">${t("set.accounts")}</h3>
        <ca-accounts .callAssist=${s}></ca-accounts>
        <h3 class="cap">${t("set.station")}</h3>
        <div class="box"><ca-station .callAssist=${s}></ca-station></div>
        <h3 class="cap">${t("set.device")}</h3>
        <div class="box">
          ${this.#l()}<ca-lock class="part" .callAssist=${s}></ca-lock
          ><ca-transfer class="part" .callAssist=${s}></ca-transfer>
        </div>
        <h3 class="cap">${t("set.more")}</h3>
        <div class="box">
          <div class="line">
            <span class="t"><b>${t("set.setup")}</b><small>${t("set.setup_help")}</small></span>
            <button class="btn edge" data-action="setup" @click=${()=>this.open("setup")}>${t("set.open")}</button>
          </div>
          ${this.#c()}
        </div>
      </div>
    </div>`}#s(s){return this.tell(()=>this.callAssist.configureDevice(s))}#n(){const{ringtone:s,ringVolume:e,ringWindow:a}=this.snapshot.settings,i=a/1e3,l=[...new Set([...M,i])].toSorted((o,n)=>o-n),h=()=>this.preview(this.snapshot.settings.ringtone);return c`${S({name:"ringtone",chosen:s,fallback:null,change:o=>o&&void this.#s({ringtone:o}).then(n=>n&&h()),preview:h})}
    ${w({name:"ring-volume",word:t("set.ring_volume"),share:e,change:o=>{this.#s({ringVolume:o}).then(n=>n&&h())}})}
    ${m({name:"ring-window",word:t("set.ring_window"),choices:l.map(o=>({id:String(o),label:I(o,"second")})),chosen:String(i),change:o=>{this.#s({ringWindow:Number(o)*1e3})}})}`}#a(){return g({name:"do-not-disturb",word:t("set.quiet_now"),help:t("set.quiet_help"),on:this.snapshot.quiet,change:s=>{this.#s({doNotDisturb:s})}})}#o(){return w({name:"call-volume",word:t("set.call_volume"),share:this.snapshot.settings.callVolume,change:s=>{this.#s({callVolume:s})}})}#i(){const{secondCall:s,hideNames:e,holdToHangUp:a}=this.snapshot.settings;return c`${this.#o()}
    ${m({name:"second-call",word:t("set.second"),choices:["wait","busy"].map(i=>({id:i,label:t(`set.second.${i}`)})),chosen:s,change:i=>{this.#s({secondCall:i})}})}
    ${m({name:"hide-names",word:t("set.names"),help:t("set.names_help"),choices:["show","while-ringing","always"].map(i=>({id:i,label:t(`set.names.${i}`)})),chosen:e,change:i=>{this.#s({hideNames:i})}})}
    ${g({name:"hold",word:t("set.hold"),help:t("set.hold_help"),on:a,change:i=>{this.#s({holdToHangUp:i})}})}`}#l(){const{language:s}=this.snapshot.settings,e=[...new Set(["en",...Object.keys(_),...s?[s]:[]])];return m({name:"language",word:t("set.language"),choices:[{id:"",label:t("set.language_auto")},...e.map(a=>({id:a,label:R(a)}))],chosen:s??"",change:a=>{this.#s({language:a||null})}})}#c(){return c`<div class="line">
      <span class="t"><b>${t("page.diagnostics")}</b><small>${t("set.diagnostics_help")}</small></span>
      <button class="btn edge" data-action="diagnostics" @click=${()=>this.open("diagnostics")}>
        ${t("set.open")}
      </button>
    </div>`}}for(const[d,s]of[["ca-accounts",T],["ca-drop-in",L],["ca-lock",z],["ca-quiet-times",W],["ca-station",V],["ca-transfer",G]])customElements.get(d)||customElements.define(d,s);export{Q as CaSettings};
