namespace Ishenim.Documents.Forms;

/// <summary>An item of a protocol: heard, spoke, recused, voted, decided. What there is nothing of is left out.</summary>
internal static class ProtocolItemText
{
    /// <param name="language">The paper's.</param>
    /// <param name="item">The item.</param>
    /// <param name="number">Its place on the agenda; null in an extract of an item that stands on no common agenda.</param>
    public static IEnumerable<Block> Of(PaperLanguage language, ProtocolItem item, int? number)
    {
        var before = number is { } place ? $"{place}. " : "";
        if (item.Gap == ProtocolGap.No)
        {
            yield return new Paragraph(item.Heard.Length > 0 ? $"{before}{language.Say("УГУЛДУ", "СЛУШАЛИ")}: {item.Heard}" : before + language.Matter(item));
            if (item.Spoke.Length > 0)
                yield return new Paragraph($"{language.Say("ЧЫГЫП СҮЙЛӨШТҮ", "ВЫСТУПИЛИ")}: {item.Spoke}");
        }
        else
            yield return new Paragraph($"{before}{language.Say("УГУЛДУ, ЧЫГЫП СҮЙЛӨШТҮ", "СЛУШАЛИ, ВЫСТУПИЛИ")}: {language.Gap(item.Gap)}");
        foreach (var name in item.Recused)
            yield return new Paragraph(language.Say($"ӨЗҮН ЧЕТТЕТТИ: {name} бул маселени кароого катышкан жок.", $"САМООТВОД: {name} в рассмотрении вопроса не участвует."));
        foreach (var (ballot, i) in item.Ballots.Select((ballot, i) => (ballot, i)))
            yield return new Paragraph(ProtocolVoting.Of(language, ballot, item.Ballots.Count > 1 ? i + 1 : null));
        if (item.Elected is null && item.Decisions.Count == 0 && item.Resolved.Length == 0)
            yield break;
        yield return new Paragraph(language.Say("КОМИССИЯ ТОКТОМ КЫЛАТ:", "КОМИССИЯ ПОСТАНОВЛЯЕТ:"), TextLook.Strong);
        foreach (var line in Decided(language, item, before.TrimEnd()))
            yield return new Paragraph(line);
    }

    private static IEnumerable<string> Decided(PaperLanguage language, ProtocolItem item, string before)
    {
        if (item.Elected is { } elected)
            yield return language.Elected(item.Matter, elected);
        if (item.Resolved.Length > 0)
            yield return item.Resolved;
        foreach (var (decision, i) in item.Decisions.Select((decision, i) => (decision, i)))
            yield return language.Say(
                $"{before}{i + 1}. {WithStop(decision.Text)} Аткаруучу: {decision.Owner}. Мөөнөтү: {PaperDates.Short(decision.DueOn)}.",
                $"{before}{i + 1}. {WithStop(decision.Text)} Исполнитель: {decision.Owner}. Срок: {PaperDates.Short(decision.DueOn)}.");
    }

    /// <summary>People end a sentence, or they do not.</summary>
    private static string WithStop(string text) => text.TrimEnd() is { Length: > 0 } trimmed && trimmed[^1] is not ('.' or '!' or '?' or '…') ? trimmed + "." : text.TrimEnd();
}
