// Chosen pages: shown small, put in order, turned and left out before they are sent. The field itself holds what is sent.
const arrange = form => {
  const [input, list] = [form.elements.files, form.querySelector('[data-scans]')]
  const [words, said, card] = [list.dataset, form.querySelector('[data-said]'), form.querySelector('[data-scan]').content.firstElementChild]
  const fill = (text, n) => text.replace('{n}', n)
  const tell = (text, n) => { said.textContent = fill(text, n) }
  const pages = []
  let work = Promise.resolve()

  // Those that an earlier post brought come first.
  const kept = () => form.querySelectorAll('[name=kept]').length - form.querySelectorAll('[name=remove]:checked').length
  const place = page => kept() + pages.indexOf(page) + 1
  const all = () => kept() + pages.length

  const show = () => {
    const basket = new DataTransfer()
    pages.forEach((page, at) => {
      basket.items.add(page.sent)
      page.item.querySelectorAll('[data-page]').forEach(name => { name.textContent = fill(words.page, place(page)) })
      page.act.earlier.disabled = at === 0
      page.act.later.disabled = at === pages.length - 1
    })
    input.files = basket.files
    list.append(...pages.map(page => page.item))
    list.hidden = !pages.length
    const big = pages.some(page => page.sent.size > input.dataset.most)
    input.setCustomValidity(all() > input.dataset.files ? input.dataset.many : big ? input.dataset.big : '')
  }

  // One after another: several photos at once are too much for a phone's memory.
  const draw = page => work = work.then(async () => {
    page.sent = await shrink(page.file, page.turns)
    const drawn = page.sent !== page.file
    const picture = page.item.querySelector('img')
    URL.revokeObjectURL(picture.src)
    picture.hidden = page.act.turn.hidden = !drawn
    if (drawn) picture.src = URL.createObjectURL(page.sent)
    if (pages.includes(page)) show()
    if (drawn && await detector && !form.elements.slip.value) {
      const photo = await createImageBitmap(page.sent)
      const mark = await markIn(photo).finally(() => photo.close())
      if (mark && !form.elements.slip.value) {
        put(form.elements.slip, mark)
        form.querySelector('[data-mark]').textContent = form.querySelector('dialog').dataset.read
      }
    }
  }).catch(() => { /* A picture without a code that can be read is a page all the same. */ })

  // The pressed button is pressed again and again: it keeps the focus, or its opposite where it can go no further.
  const focus = (page, ...names) => page.act[names.find(name => !page.act[name].disabled)]?.focus()

  const move = (page, by, ...names) => {
    const at = pages.indexOf(page)
    pages.splice(at + by, 0, ...pages.splice(at, 1))
    show()
    focus(page, ...names)
    tell(words.moved, place(page))
  }

  const acts = {
    earlier: page => move(page, -1, 'earlier', 'later'),
    later: page => move(page, 1, 'later', 'earlier'),
    turn: page => {
      page.turns++
      draw(page).then(() => tell(words.turned, place(page)))
    },
    out: page => {
      const at = pages.indexOf(page)
      pages.splice(at, 1)
      URL.revokeObjectURL(page.item.querySelector('img').src)
      page.item.remove()
      show()
      if (pages.length) focus(pages[Math.min(at, pages.length - 1)], 'out')
      else input.focus()
      tell(words.gone, all())
    },
  }

  const add = file => {
    const page = { file, sent: file, turns: 0, item: document.importNode(card, true), act: {} }
    page.item.querySelector('[data-name]').textContent = file.name
    page.item.querySelectorAll('[data-act]').forEach(button => {
      page.act[button.dataset.act] = button
      button.onclick = () => acts[button.dataset.act](page)
    })
    pages.push(page)
    return page
  }

  // A phone's camera gives one at a time: choosing again adds.
  const choose = async files => {
    const added = [...files].map(add)
    show()
    if (!added.length) return
    form.dispatchEvent(new Event('input'))
    tell(words.preparing)
    await Promise.all(added.map(draw))
    tell(words.added, all())
    input.reportValidity()
  }

  input.onchange = () => choose(input.files)
  form.addEventListener('change', event => { if (event.target.name === 'remove') show() })
  const shoot = form.querySelector('[data-shoot]')
  const camera = shoot.querySelector('input')
  camera.onchange = () => { choose(camera.files); camera.value = '' }
  shoot.querySelector('button').onclick = () => camera.click()
  shoot.hidden = !matchMedia('(pointer: coarse)').matches
  choose(input.files)
  return () => work
}
