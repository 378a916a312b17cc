(() => {
// A clock for the room: it starts when somebody begins to speak, and is written nowhere.
const timer = document.querySelector('[data-timer]')
if (!timer) return
const shown = timer.querySelector('[data-shown]')
const toggle = timer.querySelector('[data-toggle]')
let began = 0, ticking = 0
const show = () => {
const seconds = Math.floor((Date.now() - began) / 1000)
shown.textContent = [Math.floor(seconds / 60), seconds % 60].map(part => String(part).padStart(2, '0')).join(':')
}
toggle.onclick = () => {
if (ticking) {
clearInterval(ticking)
ticking = 0
} else {
began = Date.now()
show()
ticking = setInterval(show, 1000)
}
toggle.textContent = ticking ? toggle.dataset.stop : toggle.dataset.start
}
timer.hidden = false
})()
