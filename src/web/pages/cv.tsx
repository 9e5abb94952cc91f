export default function Stub() { return <div className="wrap"><h1>cv</h1></div> }
