NAME random_271
ROWS
 N OBJ
 L one_role[S3]
 L commit_primary[S1_I1]
 L commit_primary[S3_I1]
 L capacity[S3_I1]
 L forcing[S1_M1_I1_0_undisturbed]
 L forcing[S3_M1_I1_1_undisturbed]
 L forcing[S3_M1_I1_2_undisturbed]
 L make[S1_I1_undisturbed]
 L make[S3_I1_undisturbed]
 E demand[M1_I1_undisturbed]
 L forcing[S1_M1_I1_0_W1]
 L forcing[S3_M1_I1_1_W1]
 L forcing[S3_M1_I1_2_W1]
 L make[S1_I1_W1]
 L make[S3_I1_W1]
 E demand[M1_I1_W1]
 L forcing[S1_M1_I1_0_W2]
 L forcing[S3_M1_I1_1_W2]
 L forcing[S3_M1_I1_2_W2]
 L make[S1_I1_W2]
 L make[S3_I1_W2]
 E demand[M1_I1_W2]
 G policy[Q3_I1_S1]
 G policy[Q3_I1_S3]
COLUMNS
 M0 'MARKER' 'INTORG'
 primary[S1_I1] OBJ 68740000.0
 primary[S1_I1] commit_primary[S1_I1] -44930000.0
 primary[S1_I1] forcing[S1_M1_I1_0_undisturbed] -5760000.0
 primary[S1_I1] forcing[S1_M1_I1_0_W1] -5760000.0
 primary[S1_I1] forcing[S1_M1_I1_0_W2] -5760000.0
 M1 'MARKER' 'INTEND'
 commit[S1_I1] OBJ 1.776
 commit[S1_I1] commit_primary[S1_I1] 1.0
 commit[S1_I1] make[S1_I1_undisturbed] -1.0
 commit[S1_I1] make[S1_I1_W1] -0.25
 commit[S1_I1] make[S1_I1_W2] -1.0
 commit[S1_I1] policy[Q3_I1_S3] 1.0
 M2 'MARKER' 'INTORG'
 primary[S3_I1] OBJ 24080000.0
 primary[S3_I1] one_role[S3] 1.0
 primary[S3_I1] commit_primary[S3_I1] -11590000.0
 primary[S3_I1] capacity[S3_I1] -11590000.0
 primary[S3_I1] forcing[S3_M1_I1_1_undisturbed] -5760000.0
 primary[S3_I1] forcing[S3_M1_I1_2_undisturbed] -5760000.0
 primary[S3_I1] forcing[S3_M1_I1_1_W1] -5760000.0
 primary[S3_I1] forcing[S3_M1_I1_2_W1] -5760000.0
 primary[S3_I1] forcing[S3_M1_I1_1_W2] -5760000.0
 primary[S3_I1] forcing[S3_M1_I1_2_W2] -5760000.0
 backup[S3_I1] OBJ 24080000.0
 backup[S3_I1] one_role[S3] 1.0
 backup[S3_I1] capacity[S3_I1] -11590000.0
 backup[S3_I1] forcing[S3_M1_I1_1_undisturbed] -5760000.0
 backup[S3_I1] forcing[S3_M1_I1_2_undisturbed] -5760000.0
 backup[S3_I1] forcing[S3_M1_I1_1_W1] -5760000.0
 backup[S3_I1] forcing[S3_M1_I1_2_W1] -5760000.0
 backup[S3_I1] forcing[S3_M1_I1_1_W2] -5760000.0
 backup[S3_I1] forcing[S3_M1_I1_2_W2] -5760000.0
 M3 'MARKER' 'INTEND'
 commit[S3_I1] OBJ 1.49
 commit[S3_I1] commit_primary[S3_I1] 1.0
 commit[S3_I1] capacity[S3_I1] 1.0
 commit[S3_I1] make[S3_I1_undisturbed] -1.0
 commit[S3_I1] make[S3_I1_W1] -1.0
 commit[S3_I1] make[S3_I1_W2] -1.0
 commit[S3_I1] policy[Q3_I1_S1] 1.0
 reserve[S3_I1] OBJ 0.42
 reserve[S3_I1] capacity[S3_I1] 1.0
 reserve[S3_I1] policy[Q3_I1_S1] 1.0
 M4 'MARKER' 'INTORG'
 open[S2] OBJ 35580000.0
 M5 'MARKER' 'INTEND'
 ship[S1_M1_I1_0_undisturbed] OBJ 0.801
 ship[S1_M1_I1_0_undisturbed] forcing[S1_M1_I1_0_undisturbed] 1.0
 ship[S1_M1_I1_0_undisturbed] make[S1_I1_undisturbed] 1.0
 ship[S1_M1_I1_0_undisturbed] demand[M1_I1_undisturbed] 1.0
 ship[S3_M1_I1_1_undisturbed] OBJ 3.258
 ship[S3_M1_I1_1_undisturbed] forcing[S3_M1_I1_1_undisturbed] 1.0
 ship[S3_M1_I1_1_undisturbed] make[S3_I1_undisturbed] 1.0
 ship[S3_M1_I1_1_undisturbed] demand[M1_I1_undisturbed] 1.0
 ship[S3_M1_I1_2_undisturbed] OBJ 1.197
 ship[S3_M1_I1_2_undisturbed] forcing[S3_M1_I1_2_undisturbed] 1.0
 ship[S3_M1_I1_2_undisturbed] make[S3_I1_undisturbed] 1.0
 ship[S3_M1_I1_2_undisturbed] demand[M1_I1_undisturbed] 1.0
 short[M1_I1_undisturbed] OBJ 34.893
 short[M1_I1_undisturbed] demand[M1_I1_undisturbed] 1.0
 ship[S1_M1_I1_0_W1] OBJ 0.08900000000000001
 ship[S1_M1_I1_0_W1] forcing[S1_M1_I1_0_W1] 1.0
 ship[S1_M1_I1_0_W1] make[S1_I1_W1] 1.0
 ship[S1_M1_I1_0_W1] demand[M1_I1_W1] 1.0
 ship[S3_M1_I1_1_W1] OBJ 0.36200000000000004
 ship[S3_M1_I1_1_W1] forcing[S3_M1_I1_1_W1] 1.0
 ship[S3_M1_I1_1_W1] make[S3_I1_W1] 1.0
 ship[S3_M1_I1_1_W1] demand[M1_I1_W1] 1.0
 ship[S3_M1_I1_2_W1] OBJ 0.133
 ship[S3_M1_I1_2_W1] forcing[S3_M1_I1_2_W1] 1.0
 ship[S3_M1_I1_2_W1] make[S3_I1_W1] 1.0
 ship[S3_M1_I1_2_W1] demand[M1_I1_W1] 1.0
 short[M1_I1_W1] OBJ 3.8770000000000007
 short[M1_I1_W1] demand[M1_I1_W1] 1.0
 ship[S1_M1_I1_0_W2] forcing[S1_M1_I1_0_W2] 1.0
 ship[S1_M1_I1_0_W2] make[S1_I1_W2] 1.0
 ship[S1_M1_I1_0_W2] demand[M1_I1_W2] 1.0
 ship[S3_M1_I1_1_W2] forcing[S3_M1_I1_1_W2] 1.0
 ship[S3_M1_I1_1_W2] make[S3_I1_W2] 1.0
 ship[S3_M1_I1_1_W2] demand[M1_I1_W2] 1.0
 ship[S3_M1_I1_2_W2] forcing[S3_M1_I1_2_W2] 1.0
 ship[S3_M1_I1_2_W2] make[S3_I1_W2] 1.0
 ship[S3_M1_I1_2_W2] demand[M1_I1_W2] 1.0
 short[M1_I1_W2] demand[M1_I1_W2] 1.0
RHS
 RHS one_role[S3] 1.0
 RHS demand[M1_I1_undisturbed] 5760000.0
 RHS demand[M1_I1_W1] 5760000.0
 RHS demand[M1_I1_W2] 5760000.0
 RHS policy[Q3_I1_S1] 633600.0
 RHS policy[Q3_I1_S3] 633600.0
BOUNDS
 BV BND primary[S1_I1]
 UP BND commit[S1_I1] 44930000.0
 BV BND primary[S3_I1]
 BV BND backup[S3_I1]
 UP BND commit[S3_I1] 11590000.0
 UP BND reserve[S3_I1] 11590000.0
 BV BND open[S2]
 UP BND ship[S1_M1_I1_0_undisturbed] 5760000.0
 UP BND ship[S3_M1_I1_1_undisturbed] 5760000.0
 UP BND ship[S3_M1_I1_2_undisturbed] 5760000.0
 UP BND short[M1_I1_undisturbed] 5760000.0
 UP BND ship[S1_M1_I1_0_W1] 5760000.0
 UP BND ship[S3_M1_I1_1_W1] 5760000.0
 UP BND ship[S3_M1_I1_2_W1] 5760000.0
 UP BND short[M1_I1_W1] 5760000.0
 UP BND ship[S1_M1_I1_0_W2] 5760000.0
 UP BND ship[S3_M1_I1_1_W2] 5760000.0
 UP BND ship[S3_M1_I1_2_W2] 5760000.0
 UP BND short[M1_I1_W2] 5760000.0
ENDATA
