// Improvements only: each page does all its work without this. Nothing is stored in the browser.
(() => {
  const all = (selector, each) => document.querySelectorAll(selector).forEach(each)

  // Quick exit takes this page out of the history; Esc twice does the same.
  const exit = document.querySelector('.exit')
  const leave = event => {
    event?.preventDefault()
    document.documentElement.hidden = true
    location.replace(exit.href)
  }
  let escaped = -9999
  exit?.addEventListener('click', leave)
  exit && addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    if (event.timeStamp - escaped < 1500) leave()
    escaped = event.timeStamp
  })

  // How many characters are left, once they become few.
  all('[data-count]', line => {
    const field = document.getElementById(line.dataset.count)
    const count = () => {
      const left = line.dataset.of - [...field.value].length
      line.hidden = left > line.dataset.of / 5
      line.textContent = (left < 0 ? line.dataset.over : line.dataset.left).replace('{n}', Math.abs(left))
    }
    field.addEventListener('input', count)
    count()
  })

  all('[data-copy]', button => {
    button.hidden = !navigator.clipboard
    button.onclick = () => navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent)
      .then(() => { button.textContent = button.dataset.done }, () => { button.hidden = true })
  })
  all('[data-print]', button => { button.hidden = false; button.onclick = () => print() })

  // Photos become JPEGs of at most 2000 px: lighter, upright, and without place and time. What cannot be drawn goes as it is.
  const shrink = async file => {
    if (!/^image\/(jpeg|png|webp|hei[cf])$/.test(file.type)) return file
    try {
      const photo = await createImageBitmap(file, { imageOrientation: 'from-image' })
      const scale = Math.min(1, 2000 / Math.max(photo.width, photo.height))
      const canvas = Object.assign(document.createElement('canvas'), { width: photo.width * scale, height: photo.height * scale })
      const pen = canvas.getContext('2d')
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, canvas.width, canvas.height)
      pen.drawImage(photo, 0, 0, canvas.width, canvas.height)
      const small = await new Promise(done => canvas.toBlob(done, 'image/jpeg', .85))
      return small ? new File([small], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file
    } catch { return file }
  }
  all('input[type=file][data-shrink]', input => {
    input.onchange = () => {
      input.shrinking = (async () => {
        const basket = new DataTransfer()
        for (const file of [...input.files]) basket.items.add(await shrink(file))
        input.files = basket.files
      })()
    }
  })

  // Who will read it: asks with nothing but the choice itself.
  all('form[data-readers]', form => form.addEventListener('change', async event => {
    if (event.target.name !== 'about') return
    const about = new FormData()
    for (const value of new FormData(form).getAll('about')) about.append('about', value)
    about.append('step', 'readers')
    try {
      const page = new DOMParser().parseFromString(await (await fetch(form.action, { method: 'POST', body: about })).text(), 'text/html')
      const told = page.getElementById('readers')
      if (told) document.getElementById('readers').replaceWith(document.adoptNode(told))
    } catch { /* The preview step tells it as well. */ }
  }))

  // One press, one letter; the page says that it is on its way.
  all('form[data-once]', form => form.addEventListener('submit', async event => {
    if (form.sent) return event.preventDefault()
    form.sent = true
    const said = document.getElementById('sending')
    if (said) { said.hidden = false; said.textContent = said.dataset.text }
    const waiting = [...form.querySelectorAll('[type=file]')].map(input => input.shrinking).filter(Boolean)
    if (!waiting.length) return
    event.preventDefault()
    await Promise.all(waiting)
    form.sent = false
    form.querySelectorAll('[type=file]').forEach(input => { input.shrinking = null })
    form.requestSubmit(event.submitter)
  }))
  addEventListener('pageshow', () => all('form[data-once]', form => {
    form.sent = false
    const said = document.getElementById('sending')
    if (said) said.hidden = true
  }))

  document.getElementById('errors')?.focus()
})()
