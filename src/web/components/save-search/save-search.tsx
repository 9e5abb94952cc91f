import { useEffect, useId, useState } from 'react'
import { searchWords } from '../../words/search.ts'
import { useWords } from '../../words/use-words.ts'

/** The search as a link: the address holds the filters and nothing about the person. Copying needs a script; the link does not. */
export function SaveSearch({ link }: { readonly link: string }) {
  const words = useWords(searchWords)
  const id = useId()
  const [canCopy, setCanCopy] = useState(false)
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => setCanCopy('clipboard' in navigator), [])
  return (
    <section className="card mt5 noprint" aria-labelledby={`${id}t`}>
      <h2 className="h4" id={`${id}t`}>
        {words.saveTitle}
      </h2>
      <p className="small">{words.save}</p>
      <p className="row">
        <a className="breakable" href={link}>
          {link}
        </a>
      </p>
      {canCopy ? (
        <p className="row">
          <button
            className="btn btn-2 btn-s"
            type="button"
            onClick={() => void navigator.clipboard.writeText(link).then(() => setIsCopied(true))}
          >
            {words.copy}
          </button>
          <span role="status">{isCopied ? words.copied : ''}</span>
        </p>
      ) : null}
    </section>
  )
}
