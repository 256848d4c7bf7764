# Makes what people on Windows download, in target\dist: a zip with booth.exe and what belongs to it, and its SHA256SUMS.
# Runs on Windows with Rust (the MSVC toolchain) and Python. usage: powershell -File scripts\dist-windows.ps1
# SIGN_THUMBPRINT   signs booth.exe with the certificate of that SHA-1 thumbprint from the user's store, by signtool of the
#                   Windows SDK; without it SmartScreen warns whoever starts it.
# TIMESTAMP_URL     the server that dates the signature; needed with SIGN_THUMBPRINT.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

# A program that fails is no error to PowerShell.
function Invoke-Program {
    param([string] $Program, [string[]] $Arguments)
    $output = & $Program @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Program $Arguments ended with $LASTEXITCODE" }
    $output
}
# Text as it comes, in UTF-8 without a byte order mark and with line feeds.
function Write-Text {
    param([string] $Path, [string[]] $Lines)
    $text = ($Lines -join "`n") + "`n"
    [System.IO.File]::WriteAllText($Path, $text, [System.Text.UTF8Encoding]::new($false))
}

[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
$env:PYTHONUTF8 = '1'
$version = (Select-String -Path Cargo.toml -Pattern '^version = "(.*)"$' | Select-Object -First 1).Matches[0].Groups[1].Value
$architecture = if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64') { 'aarch64' } else { 'x86_64' }
$name = "booth-$version-windows-$architecture"
$out = Join-Path (Get-Location) 'target\dist'
$stage = Join-Path $out $name
if (Test-Path $stage) { Remove-Item -Recurse -Force $stage }
New-Item -ItemType Directory -Force -Path $stage | Out-Null

# The C library inside: people need to install nothing.
$env:RUSTFLAGS = '-C target-feature=+crt-static'
Invoke-Program cargo @('build', '--release', '--locked', '--target-dir', 'target\static')
$program = Join-Path $stage 'booth.exe'
Copy-Item 'target\static\release\booth.exe' $program
if ($env:SIGN_THUMBPRINT) {
    if (-not $env:TIMESTAMP_URL) { throw 'SIGN_THUMBPRINT needs TIMESTAMP_URL, the server that dates the signature' }
    Invoke-Program signtool @('sign', '/sha1', $env:SIGN_THUMBPRINT, '/fd', 'SHA256', '/tr', $env:TIMESTAMP_URL, '/td', 'SHA256', $program)
}
# What a double click starts: the studio, in the user's own folder and not in that of the zip.
[System.IO.File]::WriteAllText((Join-Path $stage 'Booth.cmd'), "@echo off`r`ncd /d `"%USERPROFILE%`"`r`n`"%~dp0booth.exe`" studio`r`nif errorlevel 1 pause`r`n")
Copy-Item README.md, docs\INSTALL.md, CHANGELOG.md, LICENSE-MIT, LICENSE-APACHE $stage
Write-Text (Join-Path $stage 'THIRD-PARTY.txt') (Invoke-Program python @('scripts\notices.py'))
Write-Text (Join-Path $stage '_booth.ps1') (Invoke-Program $program @('completions', 'powershell'))

$zip = Join-Path $out "$name.zip"
if (Test-Path $zip) { Remove-Item -Force $zip }
Compress-Archive -Path $stage -DestinationPath $zip
Remove-Item -Recurse -Force $stage
$sum = (Get-FileHash -Algorithm SHA256 $zip).Hash.ToLowerInvariant()
Write-Text (Join-Path $out 'SHA256SUMS-windows') "$sum  $name.zip"
Write-Output "$sum  $name.zip"
