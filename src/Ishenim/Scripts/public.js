// Improvements only: each page does all its work without this. Nothing is stored in the browser.
(() => {
  // Quick exit takes this page out of the history; Esc twice does the same. In a frame it leaves the whole window.
  const exit = document.querySelector('.exit')
  const leave = event => {
    event?.preventDefault()
    document.documentElement.hidden = true
    try { top.location.replace(exit.href) } catch { location.replace(exit.href) }
  }
  let escaped = -9999
  exit?.addEventListener('click', leave)
  exit && addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    if (event.timeStamp - escaped < 1500) leave(event)
    escaped = event.timeStamp
  })

  const said = () => document.getElementById('sending')
  const tell = text => { if (said()) { said().hidden = !text; said().textContent = text ?? '' } }

  // One press, one letter. The page stays until the answer is here: if the line breaks, nothing typed is lost.
  const send = async (form, button) => {
    form.sent = true
    tell(said()?.dataset.text)
    try {
      await Promise.all([...form.querySelectorAll('[type=file]')].map(input => input.shrinking))
      const body = new FormData(form)
      if (button?.name) body.append(button.name, button.value)
      const answer = await fetch(form.action, { method: 'POST', body })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const main = page.querySelector('main')
      if (answer.status === 503) tell(main.querySelector('#errors li').textContent)
      // A page without the form, the code or the thread is a fault's: this one, with all that was typed, stays.
      else if (!main.querySelector('form[data-once], #receipt')) throw answer.status
      else {
        document.querySelector('main').replaceWith(document.adoptNode(main))
        document.title = page.title
        scrollTo(0, 0)
        const title = main.querySelector('h1')
        title.tabIndex = -1
        title.focus()
        wire()
      }
    } catch {
      tell(said()?.dataset.failed)
    }
    form.sent = false
  }

  const wire = () => {
    const all = (selector, each) => document.querySelectorAll(`main ${selector}`).forEach(each)

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

    all('input[type=file][data-shrink]', input => {
      input.onchange = () => {
        tell(said()?.dataset.preparing)
        const chosen = input.chosen = {}
        input.shrinking = (async () => {
          const basket = new DataTransfer()
          for (const file of [...input.files]) basket.items.add(await shrink(file))
          // Another choice may have been made meanwhile.
          if (input.chosen === chosen) input.files = basket.files
        })().catch(() => {}).then(() => {
          const files = [...input.files], { most, big, files: number, many } = input.dataset
          input.setCustomValidity(files.length > number ? many : files.some(file => file.size > most) ? big : '')
          input.reportValidity()
          if (!input.form.sent) tell()
        })
      }
    })

    // Who will read it: asks with nothing but the choice itself.
    all('[data-plain]', instead => { instead.hidden = true })
    all('form[data-readers]', form => form.addEventListener('change', async event => {
      if (event.target.name !== 'about') return
      const about = new FormData()
      for (const value of new FormData(form).getAll('about')) about.append('about', value)
      const address = `${form.action}${form.action.includes('?') ? '&' : '?'}handler=Readers`
      try {
        const page = new DOMParser().parseFromString(await (await fetch(address, { method: 'POST', body: about })).text(), 'text/html')
        const told = page.getElementById('readers')
        if (told) document.getElementById('readers').replaceWith(document.adoptNode(told))
      } catch { /* The preview step tells it as well. */ }
    }))

    all('form[data-once]', form => form.addEventListener('submit', event => {
      // Another language is another page: that goes the plain way.
      if (event.submitter?.hasAttribute('formaction')) return
      event.preventDefault()
      if (!form.sent) send(form, event.submitter)
    }))

    document.getElementById('errors')?.focus()
  }
  wire()
})()
