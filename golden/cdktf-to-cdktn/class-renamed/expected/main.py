import cdktn_provider_google as google
from cdktn import App
from cdktn_provider_google.compute_security_policy_rule import (
    ComputeSecurityPolicyRule,
    ComputeSecurityPolicyRulePreconfiguredWafConfigA as ComputeSecurityPolicyRulePreconfiguredWafConfig,
)

waf = ComputeSecurityPolicyRulePreconfiguredWafConfig()
other = google.compute_security_policy_rule.ComputeSecurityPolicyRulePreconfiguredWafConfigA()
app = App()
