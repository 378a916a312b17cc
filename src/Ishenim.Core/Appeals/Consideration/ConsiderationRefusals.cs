using Ishenim.Core.Refusals;

namespace Ishenim.Core.Appeals.Consideration;

/// <summary>The new last day is not after the old one, is a day off, or is later than the law allows.</summary>
public sealed class ExtensionDayNotPossible : Refusal
{
    internal ExtensionDayNotPossible(DateOnly latest) => Fill = [("latest", latest)];
}

/// <summary>The term is over, or the letter is answered: there is nothing to extend.</summary>
public sealed class TermNotExtendable : Refusal;

/// <summary>Only a letter whose consideration ended can be reopened.</summary>
public sealed class AppealIsOpen : Refusal;

/// <summary>A letter is left without consideration only on a ground of the law.</summary>
public sealed class ClosingNeedsGround : Refusal;

/// <summary>It is signed, or by this school's rules an anonymous letter is considered like any other.</summary>
public sealed class NamelessAreConsidered : Refusal;
