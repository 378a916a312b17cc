// Each word is a check box and works without this: with it one draws over several at once.
(() => {
  const words = document.querySelector('[data-words]')
  const boxes = [...words.querySelectorAll('input')]
  const at = event => boxes.indexOf(document.elementFromPoint(event.clientX, event.clientY)?.closest('label')?.control)
  let [from, drawn, before] = [-1, false, []]
  words.classList.add('drawn')
  document.querySelector('[data-draw]').hidden = false

  words.addEventListener('pointerdown', event => {
    [from, drawn, before] = [event.button ? -1 : at(event), false, boxes.map(box => box.checked)]
  })
  addEventListener('pointermove', event => {
    const to = from < 0 ? -1 : at(event)
    if (to < 0 || (to === from && !drawn)) return
    drawn = true
    boxes.forEach((box, i) => { box.checked = i >= Math.min(from, to) && i <= Math.max(from, to) ? !before[from] : before[i] })
  })
  addEventListener('pointerup', () => {
    if (drawn) words.dispatchEvent(new Event('input', { bubbles: true }))
    from = -1
    // After the click that this may still become.
    setTimeout(() => { drawn = false })
  })
  // The finger scrolls the page instead.
  addEventListener('pointercancel', () => {
    if (drawn) boxes.forEach((box, i) => { box.checked = before[i] })
    from = -1
    drawn = false
  })
  words.addEventListener('click', event => {
    if (drawn) event.preventDefault()
  })
})()
