generate "outputs" {
  path      = "generated.tf.json"
  if_exists = "overwrite"
  contents  = "[]"
}
