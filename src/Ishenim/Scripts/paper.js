// The form of a letter on paper does all its work without this. Nothing is stored in the browser.
(() => {
  // The page stays until the answer is here: neither a broken line nor an ended session loses a word or a picture.
  const send = async (form, ready) => {
    const [said, entrance] = [form.querySelector('#sending'), form.querySelector('[data-entrance]')]
    const tell = (text, out = false) => {
      said.textContent = text
      said.hidden = false
      entrance.hidden = !out
    }
    form.sending = true
    tell(said.dataset.text)
    try {
      await ready()
      const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const main = page.querySelector('main')
      const again = main.querySelector('form[data-letter]')
      if (main.querySelector('form[data-login]')) tell(said.dataset.out, true)
      else if (again?.dataset.old) {
        form.elements.__RequestVerificationToken.value = again.elements.__RequestVerificationToken.value
        tell(said.dataset.old)
      } else if (answer.redirected && answer.ok) {
        dispatchEvent(new Event('answered'))
        location.assign(answer.url)
      } else if (again || main.querySelector('[data-registered]')) showAnswer(page, main)
      else throw answer.status
    } catch {
      tell(said.dataset.failed)
    }
    said.scrollIntoView({ block: 'nearest' })
    form.sending = false
  }

  const showAnswer = (page, main) => {
    document.querySelectorAll('main [data-scans] img').forEach(picture => URL.revokeObjectURL(picture.src))
    document.querySelector('main').replaceWith(document.adoptNode(main))
    document.title = page.title
    scrollTo(0, 0)
    const title = main.querySelector('h1')
    title.tabIndex = -1
    title.focus()
    dispatchEvent(new Event('answered'))
    wire()
  }

  const wire = () => {
    const form = document.querySelector('main form[data-letter]')
    if (!form) return
    const ready = arrange(form)
    readMarks(form)
    // Before the desk's own listener: that one lets the page go.
    form.addEventListener('submit', event => {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!form.sending) send(form, ready)
    }, true)
  }
  wire()
})()
