namespace Ishenim.Settings;

/// <summary>A setting is wrong: the message names it and says what it takes.</summary>
public sealed class SettingsException(string setting, string takes)
    : Exception($"the setting {setting} takes {takes}");
