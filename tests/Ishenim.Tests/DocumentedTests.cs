using System.Text.RegularExpressions;

namespace Ishenim.Tests;

/// <summary>A test that a document names as proof is there.</summary>
public sealed partial class DocumentedTests
{
    [Theory]
    [InlineData("docs/threat-model.md")]
    [InlineData("docs/regulation.md")]
    public void Proofs_InDocument_AreTests(string document)
    {
        var sources = Directory.GetFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var proofs = Proof().Matches(File.ReadAllText(Path.Combine(Repository.Root, document)));
        Assert.NotEmpty(proofs);
        Assert.All(proofs, proof => Assert.True(
            sources[proof.Groups[1].Value].Any(text => proof.Groups[2].Value == "*" || text.Contains($" {proof.Groups[2].Value}(", StringComparison.Ordinal)),
            $"{proof.Value} is no test."));
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+|\*)`", RegexOptions.None, 1000)]
    private static partial Regex Proof();
}
