namespace Ishenim.Documents.Forms;

/// <summary>How it was voted, in one line: counts, and names where it was voted by name.</summary>
internal static class ProtocolVoting
{
    public static string Of(PaperLanguage language, ProtocolBallot ballot, int? round)
    {
        var word = language.Say("ДОБУШ БЕРҮҮ", "ГОЛОСОВАЛИ");
        if (round is { } turn)
            word += language.Say($" ({turn}-тур)", $" ({turn}-й тур)");
        return $"{word}: {(ballot.Candidates.Count > 0 ? Election(language, ballot) : Motion(language, ballot))}.{Names(language, ballot)}";
    }

    private static string Motion(PaperLanguage language, ProtocolBallot ballot) => language.Say(
        $"макул — {ballot.For}, каршы — {ballot.Against}, калыс калгандар — {ballot.Abstained}",
        $"за — {ballot.For}, против — {ballot.Against}, воздержались — {ballot.Abstained}");

    private static string Election(PaperLanguage language, ProtocolBallot ballot)
    {
        var against = ballot.Against > 0 ? language.Say($", баарына каршы — {ballot.Against}", $", против всех — {ballot.Against}") : "";
        return $"{string.Join(", ", ballot.Candidates.Select(one => $"{one.Name} — {one.Votes}"))}{against}{language.Say($", калыс калгандар — {ballot.Abstained}", $", воздержались — {ballot.Abstained}")}";
    }

    private static string Names(PaperLanguage language, ProtocolBallot ballot)
    {
        if (ballot.ByName.Count == 0)
            return "";
        var groups = ballot.ByName.GroupBy(vote => vote.Candidate ?? Voice(language, vote.Voice)).Select(group => $"{group.Key}: {string.Join(", ", group.Select(vote => vote.Member))}");
        return $" {language.Say("Атма-ат", "Поимённо")}: {string.Join("; ", groups)}.";
    }

    private static string Voice(PaperLanguage language, ProtocolVoice voice) => voice switch
    {
        ProtocolVoice.For => language.Say("макул", "за"),
        ProtocolVoice.Against => language.Say("каршы", "против"),
        _ => language.Say("калыс калды", "воздержались"),
    };
}
