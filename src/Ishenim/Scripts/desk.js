// The desk needs none of this: it only saves typing and wrong steps.
(() => {
  // Forms with words that were not sent: sending one does not forget the others.
  const typed = new Set()
  const all = (selector, each) => document.querySelectorAll(selector).forEach(each)

  const wire = () => {
    document.getElementById('errors')?.focus()
    all('[data-print]', button => { button.hidden = false; button.onclick = () => print() })

    // Text areas grow with their text.
    all('textarea', area => {
      const grow = () => { area.style.height = 'auto'; area.style.height = `${area.scrollHeight + 4}px` }
      area.addEventListener('input', grow)
      if (area.value) grow()
    })

    // Leaving with typed words unsaved is asked about once.
    all('form[method=post]', form => {
      if (form.wired) return
      form.wired = true
      form.addEventListener('input', event => { if (event.target.type !== 'password') typed.add(form) })
      form.addEventListener('submit', event => {
        if (form.sent) event.preventDefault()
        // What opens a window of its own leaves this page as it is, for another press.
        form.sent = !(event.submitter?.formTarget || form.target)
        typed.delete(form)
      })
    })
  }
  wire()
  // Another script put the answer into the page: what was typed is with the server.
  addEventListener('answered', () => { typed.clear(); wire() })
  addEventListener('pageshow', () => all('form', form => { form.sent = false }))
  addEventListener('beforeunload', event => { if (typed.size) event.preventDefault() })
})()
