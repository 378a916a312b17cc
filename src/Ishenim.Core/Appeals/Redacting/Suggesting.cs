using Ishenim.Core.Appeals.Revealing;

namespace Ishenim.Core.Appeals.Redacting;

/// <summary>What a first copy might black out: by what a writer is known. Names of others are the reader's to find.</summary>
public static class Suggesting
{
    public static IReadOnlyCollection<int> Of(LetterWords letter)
    {
        var text = letter.Lead + string.Concat(letter.Words.Select(word => word.Text + word.Gap));
        var found = RevealingWords.Find(text).SelectMany(word => PlacesOf(text, word.Found)).ToList();
        var (places, start) = (new List<int>(), letter.Lead.Length);
        for (var i = 0; i < letter.Words.Count; i++)
        {
            var end = start + letter.Words[i].Text.Length;
            if (found.Exists(place => place.Start < end && start < place.End))
                places.Add(i);
            start = end + letter.Words[i].Gap.Length;
        }
        return places;
    }

    private static IEnumerable<(int Start, int End)> PlacesOf(string text, string found)
    {
        for (var at = text.IndexOf(found, StringComparison.Ordinal); at >= 0; at = text.IndexOf(found, at + 1, StringComparison.Ordinal))
            yield return (at, at + found.Length);
    }
}
