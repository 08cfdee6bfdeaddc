import cdktf_cdktf_provider_google as google
from cdktf import App
from cdktf_cdktf_provider_google.compute_security_policy_rule import (
    ComputeSecurityPolicyRule,
    ComputeSecurityPolicyRulePreconfiguredWafConfig,
)

waf = ComputeSecurityPolicyRulePreconfiguredWafConfig()
other = google.compute_security_policy_rule.ComputeSecurityPolicyRulePreconfiguredWafConfig()
app = App()
